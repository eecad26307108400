package io.calendarsync.testkit.provider;

import java.time.Duration;

/**
 * Builds a {@link Behaviour}; confined to one thread. Every method returns the builder itself. Probabilities are as
 * {@link Disorder} and {@link Paging} say.
 *
 * @since 0.1
 */
public final class BehaviourBuilder {

    private Behaviour.Style style = Behaviour.Style.DELTA;
    private Paging paging = new Paging(100, 0, 0, ListingOrder.BY_CREATION, true);
    private Disorder disorder = Disorder.none();
    private TokenLife tokens = TokenLife.endless();
    private Behaviour.Window window = Behaviour.Window.IGNORED;
    private Behaviour.Stamps stamps = new Behaviour.Stamps(true, true);
    private Duration replicationLag = Duration.ZERO;
    private Writing writing = Writing.DERIVED_IDS;

    BehaviourBuilder() {}

    /**
     * Sets what a round looks like.
     *
     * @param style deltas or snapshots
     * @return this builder
     */
    public BehaviourBuilder style(Behaviour.Style style) {
        this.style = style;
        return this;
    }

    /**
     * Sets how many items a page holds at most.
     *
     * @param items 1 or more
     * @return this builder
     */
    public BehaviourBuilder pageSize(int items) {
        return paging(new Paging(items, paging.shortPages(), paging.emptyPages(), paging.order(), paging.live()));
    }

    /**
     * Sets how likely a page is cut short.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder shortPages(double chance) {
        return paging(new Paging(paging.size(), chance, paging.emptyPages(), paging.order(), paging.live()));
    }

    /**
     * Sets how likely a page is empty.
     *
     * @param chance 0 for never, at most 0.9
     * @return this builder
     */
    public BehaviourBuilder emptyPages(double chance) {
        return paging(new Paging(paging.size(), paging.shortPages(), chance, paging.order(), paging.live()));
    }

    /**
     * Sets the order of items.
     *
     * @param order the order within a round
     * @return this builder
     */
    public BehaviourBuilder order(ListingOrder order) {
        return paging(new Paging(paging.size(), paging.shortPages(), paging.emptyPages(), order, paging.live()));
    }

    /**
     * Sets whether edits made while paging are seen in later pages.
     *
     * @param live false to show all of a round as it was when the round began
     * @return this builder
     */
    public BehaviourBuilder live(boolean live) {
        return paging(new Paging(paging.size(), paging.shortPages(), paging.emptyPages(), paging.order(), live));
    }

    /**
     * Sets how a round is cut into pages.
     *
     * @param paging replaces size, short and empty pages, order and liveness
     * @return this builder
     */
    public BehaviourBuilder paging(Paging paging) {
        this.paging = paging;
        return this;
    }

    /**
     * Sets how likely an item is repeated in its round.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder repeats(double chance) {
        return disorder(new Disorder(
                chance,
                disorder.replays(),
                disorder.olderStates(),
                disorder.presentAndGone(),
                disorder.oldTombstones(),
                disorder.doubtful(),
                disorder.rumours()));
    }

    /**
     * Sets how likely an item of an earlier round comes again.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder replays(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                chance,
                disorder.olderStates(),
                disorder.presentAndGone(),
                disorder.oldTombstones(),
                disorder.doubtful(),
                disorder.rumours()));
    }

    /**
     * Sets how likely an older state comes beside the present one.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder olderStates(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                disorder.replays(),
                chance,
                disorder.presentAndGone(),
                disorder.oldTombstones(),
                disorder.doubtful(),
                disorder.rumours()));
    }

    /**
     * Sets how likely a deleted event comes as present too.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder presentAndGone(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                disorder.replays(),
                disorder.olderStates(),
                chance,
                disorder.oldTombstones(),
                disorder.doubtful(),
                disorder.rumours()));
    }

    /**
     * Sets how likely a listing has tombstones.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder oldTombstones(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                disorder.replays(),
                disorder.olderStates(),
                disorder.presentAndGone(),
                chance,
                disorder.doubtful(),
                disorder.rumours()));
    }

    /**
     * Sets how likely a tombstone is only a doubt.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder doubtful(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                disorder.replays(),
                disorder.olderStates(),
                disorder.presentAndGone(),
                disorder.oldTombstones(),
                chance,
                disorder.rumours()));
    }

    /**
     * Sets how likely something is in doubt without cause.
     *
     * @param chance 0 for never, 1 for always
     * @return this builder
     */
    public BehaviourBuilder rumours(double chance) {
        return disorder(new Disorder(
                disorder.repeats(),
                disorder.replays(),
                disorder.olderStates(),
                disorder.presentAndGone(),
                disorder.oldTombstones(),
                disorder.doubtful(),
                chance));
    }

    /**
     * Sets what is said twice, late or in doubt.
     *
     * @param disorder replaces all seven chances
     * @return this builder
     */
    public BehaviourBuilder disorder(Disorder disorder) {
        this.disorder = disorder;
        return this;
    }

    /**
     * Sets how long a page token is known.
     *
     * @param life from its issue on
     * @return this builder
     */
    public BehaviourBuilder pageTokenLife(Duration life) {
        return tokens(new TokenLife(life, tokens.cursor(), tokens.kept()));
    }

    /**
     * Sets how long a cursor is known.
     *
     * @param life from its issue on
     * @return this builder
     */
    public BehaviourBuilder cursorLife(Duration life) {
        return tokens(new TokenLife(tokens.page(), life, tokens.kept()));
    }

    /**
     * Sets how many of the tokens issued last are known.
     *
     * @param count 1 or more, per calendar
     * @return this builder
     */
    public BehaviourBuilder tokensKept(long count) {
        return tokens(new TokenLife(tokens.page(), tokens.cursor(), count));
    }

    /**
     * Sets how long positions are known.
     *
     * @param tokens replaces all three lives
     * @return this builder
     */
    public BehaviourBuilder tokens(TokenLife tokens) {
        this.tokens = tokens;
        return this;
    }

    /**
     * Sets what the asked-for window does.
     *
     * @param window whether it bounds no round, the first or every one
     * @return this builder
     */
    public BehaviourBuilder window(Behaviour.Window window) {
        this.window = window;
        return this;
    }

    /**
     * Sets whether events say when the server changed them.
     *
     * @param given false for a source without them
     * @return this builder
     */
    public BehaviourBuilder updated(boolean given) {
        this.stamps = new Behaviour.Stamps(given, stamps.etags());
        return this;
    }

    /**
     * Sets whether events have a version tag.
     *
     * @param given false for a source without them
     * @return this builder
     */
    public BehaviourBuilder etags(boolean given) {
        this.stamps = new Behaviour.Stamps(stamps.updated(), given);
        return this;
    }

    /**
     * Sets at most how long an edit takes to be seen in pages.
     *
     * @param most zero for a server that shows edits at once
     * @return this builder
     */
    public BehaviourBuilder replicationLag(Duration most) {
        this.replicationLag = most;
        return this;
    }

    /**
     * Sets what clients may do.
     *
     * @param allowed none where it is only read
     * @return this builder
     */
    public BehaviourBuilder writing(Writing allowed) {
        this.writing = allowed;
        return this;
    }

    /** {@return the behaviour} */
    public Behaviour build() {
        return new Behaviour(style, paging, disorder, tokens, window, stamps, replicationLag, writing);
    }
}
