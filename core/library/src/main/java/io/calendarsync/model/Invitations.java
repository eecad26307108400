package io.calendarsync.model;

/**
 * Who gets a mail about a write.
 *
 * @since 0.1
 */
public enum Invitations {
    /** Nobody. */
    NONE,
    /** Attendees who do not use the same provider, and would not hear of it otherwise. */
    OUTSIDERS,
    /** All attendees. */
    ALL
}
