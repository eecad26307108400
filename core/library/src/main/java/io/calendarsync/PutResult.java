package io.calendarsync;

/**
 * What came of wanting something to be published.
 *
 * @since 0.1
 */
public enum PutResult {
    /** It is stored, and will be written. */
    ACCEPTED,
    /** That is what is wanted already: there is nothing to write. */
    UNCHANGED,
    /** A higher revision is wanted already: this one is not looked at. */
    SUPERSEDED,
    /** The mapping names no calendar: nothing was changed. */
    NO_ROUTE,
    /** The mapping does not want it published: what was published is taken back. */
    NOT_WANTED,
    /** The account may not write there, or has not agreed to it, or the host has not said so: nothing was changed. */
    NOT_WRITABLE,
    /** There is no such calendar (any more): nothing was changed. */
    UNKNOWN_CALENDAR
}
