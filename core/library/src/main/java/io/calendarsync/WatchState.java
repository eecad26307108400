package io.calendarsync;

/**
 * How a watch channel stands.
 *
 * @since 0.1
 */
public enum WatchState {
    /** Asked for, not answered yet. */
    PENDING,
    /** The provider tells of changes. */
    ACTIVE,
    /** On paper it stands, but a change came without a word: it is being replaced. */
    SUSPECT,
    /** Another has taken its place; it is to be stopped. */
    REPLACED,
    /** Its time is over. */
    EXPIRED,
    /** There is none, and none to be had: what is to be watched is only polled. */
    FAILED
}
