package io.calendarsync.testkit.provider;

import io.calendarsync.testkit.Dice;
import java.time.Duration;
import java.util.List;

/**
 * How a fake calendar is read: which of the liberties real providers take it takes too. Every behaviour is honest: what
 * a calendar holds can always be learned by following the contract of
 * {@link io.calendarsync.spi.provider.ProviderSession}.
 *
 * @param style what a round looks like
 * @param paging how a round is cut into pages
 * @param disorder what is said twice, late or in doubt
 * @param tokens how long positions are known
 * @param window what the asked-for window does
 * @param stamps which stamps events carry
 * @param replicationLag at most how long an edit takes to be seen in pages; {@code fetch} sees it at once
 * @param writing what clients may do with it
 * @since 0.1
 */
public record Behaviour(
        Style style,
        Paging paging,
        Disorder disorder,
        TokenLife tokens,
        Window window,
        Stamps stamps,
        Duration replicationLag,
        Writing writing) {

    /** What a round looks like. */
    public enum Style {
        /** A listing with page tokens, then changes since a cursor, with tombstones. */
        DELTA,
        /** A snapshot of the whole whenever anything changed, and nothing where not; absence is the only tombstone. */
        SNAPSHOT
    }

    /** What the asked-for window does. */
    public enum Window {
        /** Nothing: everything comes. */
        IGNORED,
        /** It bounds listings and snapshots; changes come from outside it too. */
        FIRST_ROUND,
        /** It bounds every round; what changes outside it, or leaves it, comes as doubtful. */
        EVERY_ROUND
    }

    /**
     * Which stamps events carry.
     *
     * @param updated whether they say when the server changed them
     * @param etags whether they have a version tag
     */
    public record Stamps(boolean updated, boolean etags) {}

    /** {@return a builder of the plainest behaviour: changes with cursors, pages of 100, no liberties} */
    public static BehaviourBuilder builder() {
        return new BehaviourBuilder();
    }

    /** {@return a builder that starts from this behaviour} */
    public BehaviourBuilder toBuilder() {
        return builder()
                .style(style)
                .paging(paging)
                .disorder(disorder)
                .tokens(tokens)
                .window(window)
                .updated(stamps.updated())
                .etags(stamps.etags())
                .replicationLag(replicationLag)
                .writing(writing);
    }

    /** {@return the plainest behaviour} */
    public static Behaviour plain() {
        return builder().build();
    }

    /** {@return one that reads like Google Calendar: live listings, short pages, tombstones of bare ids} */
    public static Behaviour googleLike() {
        return builder()
                .pageSize(20)
                .shortPages(0.3)
                .emptyPages(0.1)
                .oldTombstones(0.1)
                .window(Window.FIRST_ROUND)
                .build();
    }

    /**
     * {@return one that reads like Microsoft Graph: repeats, older states after newer, tombstones that may mean
     * something else, late replication and few tokens kept}
     */
    public static Behaviour graphLike() {
        return builder()
                .pageSize(10)
                .emptyPages(0.2)
                .order(ListingOrder.SHUFFLED)
                .repeats(0.2)
                .replays(0.2)
                .olderStates(0.2)
                .presentAndGone(0.2)
                .doubtful(1)
                .rumours(0.1)
                .window(Window.EVERY_ROUND)
                .tokensKept(20)
                .replicationLag(Duration.ofSeconds(30))
                .writing(Writing.FORGETFUL)
                .build();
    }

    /** {@return one that reads like a feed: whole bodies, absence instead of tombstones, no stamps} */
    public static Behaviour feedLike() {
        return builder()
                .style(Style.SNAPSHOT)
                .pageSize(50)
                .order(ListingOrder.OVERRIDES_FIRST)
                .updated(false)
                .etags(false)
                .writing(Writing.NONE)
                .build();
    }

    /**
     * {@return any behaviour at all, each liberty taken or not as the dice fall}
     *
     * @param dice decide; the same dice give the same behaviour
     */
    public static Behaviour any(Dice dice) {
        BehaviourBuilder any = builder()
                .style(dice.chance(0.3) ? Style.SNAPSHOT : Style.DELTA)
                .pageSize(dice.choose(1, 2, 3, 5, 20, 60, 100))
                .shortPages(dice.choose(0.0, 0.3))
                .emptyPages(dice.choose(0.0, 0.3))
                .order(dice.choose(List.of(ListingOrder.values())))
                .live(dice.nextBoolean())
                .window(dice.choose(List.of(Window.values())))
                .updated(dice.chance(0.7))
                .etags(dice.chance(0.7));
        if (dice.nextBoolean()) {
            any.repeats(0.2).replays(0.2).olderStates(0.2).presentAndGone(0.3).oldTombstones(0.2);
        }
        if (dice.nextBoolean()) {
            any.doubtful(0.5).rumours(0.2);
        }
        if (dice.chance(0.3)) {
            any.replicationLag(Duration.ofMinutes(2));
        }
        if (dice.chance(0.3)) {
            any.pageTokenLife(Duration.ofMinutes(10))
                    .cursorLife(Duration.ofDays(3))
                    .tokensKept(30);
        }
        Behaviour read = any.build();
        // What shows neither when it was changed nor in which order cannot be written to and read again.
        boolean ordered = read.stamps().etags()
                && (read.stamps().updated() || read.replicationLag().isZero());
        boolean writable = read.style() == Style.DELTA && ordered;
        Writing writing = dice.chance(0.3) ? Writing.FORGETFUL : Writing.DERIVED_IDS;
        return any.writing(writable ? writing : Writing.NONE).build();
    }
}
