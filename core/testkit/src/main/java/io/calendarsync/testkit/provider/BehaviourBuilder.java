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

    BehaviourBuilder() {}

    /** Sets what a round looks like. */
    public BehaviourBuilder style(Behaviour.Style value) {
        this.style = value;
        return this;
    }

    /** Sets how many items a page holds at most. */
    public BehaviourBuilder pageSize(int items) {
        return paging(new Paging(items, paging.shortPages(), paging.emptyPages(), paging.order(), paging.live()));
    }

    /** Sets how likely a page is cut short. */
    public BehaviourBuilder shortPages(double chance) {
        return paging(new Paging(paging.size(), chance, paging.emptyPages(), paging.order(), paging.live()));
    }

    /** Sets how likely a page is empty. */
    public BehaviourBuilder emptyPages(double chance) {
        return paging(new Paging(paging.size(), paging.shortPages(), chance, paging.order(), paging.live()));
    }

    /** Sets the order of items. */
    public BehaviourBuilder order(ListingOrder order) {
        return paging(new Paging(paging.size(), paging.shortPages(), paging.emptyPages(), order, paging.live()));
    }

    /** Sets whether edits made while paging are seen in later pages. */
    public BehaviourBuilder live(boolean live) {
        return paging(new Paging(paging.size(), paging.shortPages(), paging.emptyPages(), paging.order(), live));
    }

    /** Sets how a round is cut into pages. */
    public BehaviourBuilder paging(Paging value) {
        this.paging = value;
        return this;
    }

    /** Sets how likely an item is repeated in its round. */
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

    /** Sets how likely an item of an earlier round comes again. */
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

    /** Sets how likely an older state comes beside the present one. */
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

    /** Sets how likely a deleted event comes as present too. */
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

    /** Sets how likely a listing has tombstones. */
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

    /** Sets how likely a tombstone is only a doubt. */
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

    /** Sets how likely something is in doubt without cause. */
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

    /** Sets what is said twice, late or in doubt. */
    public BehaviourBuilder disorder(Disorder value) {
        this.disorder = value;
        return this;
    }

    /** Sets how long a page token is known. */
    public BehaviourBuilder pageTokenLife(Duration life) {
        return tokens(new TokenLife(life, tokens.cursor(), tokens.kept()));
    }

    /** Sets how long a cursor is known. */
    public BehaviourBuilder cursorLife(Duration life) {
        return tokens(new TokenLife(tokens.page(), life, tokens.kept()));
    }

    /** Sets how many of the tokens issued last are known. */
    public BehaviourBuilder tokensKept(long count) {
        return tokens(new TokenLife(tokens.page(), tokens.cursor(), count));
    }

    /** Sets how long positions are known. */
    public BehaviourBuilder tokens(TokenLife value) {
        this.tokens = value;
        return this;
    }

    /** Sets what the asked-for window does. */
    public BehaviourBuilder window(Behaviour.Window value) {
        this.window = value;
        return this;
    }

    /** Sets whether events say when the server changed them. */
    public BehaviourBuilder updated(boolean given) {
        this.stamps = new Behaviour.Stamps(given, stamps.etags());
        return this;
    }

    /** Sets whether events have a version tag. */
    public BehaviourBuilder etags(boolean given) {
        this.stamps = new Behaviour.Stamps(stamps.updated(), given);
        return this;
    }

    /** Sets at most how long an edit takes to be seen in pages. */
    public BehaviourBuilder replicationLag(Duration most) {
        this.replicationLag = most;
        return this;
    }

    /** Returns the behaviour. */
    public Behaviour build() {
        return new Behaviour(style, paging, disorder, tokens, window, stamps, replicationLag);
    }
}
