package io.calendarsync.model;

/**
 * What kind of entry the provider says it is.
 *
 * @since 0.1
 */
public enum EventKind {
    /** An ordinary event. */
    DEFAULT,

    /** An absence. */
    OUT_OF_OFFICE,

    /** Time kept for work. */
    FOCUS_TIME,

    /** Where the owner works. */
    WORKING_LOCATION,

    /** A birthday or anniversary. */
    BIRTHDAY,

    /** Made by the provider from a mail. */
    FROM_MAIL,

    /** A kind the library does not know. */
    OTHER
}
