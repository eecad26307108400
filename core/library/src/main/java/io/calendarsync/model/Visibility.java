package io.calendarsync.model;

/**
 * Who may see the details (RFC 5545 section 3.8.1.3).
 *
 * @since 0.1
 */
public enum Visibility {
    /** As the calendar says. */
    DEFAULT,

    /** Everybody who sees the calendar. */
    PUBLIC,

    /** The owner and attendees. */
    PRIVATE,

    /** As private, marked as such. */
    CONFIDENTIAL
}
