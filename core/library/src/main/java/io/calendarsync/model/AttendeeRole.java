package io.calendarsync.model;

/**
 * What an attendee is asked for (RFC 5545 section 3.2.16).
 *
 * @since 0.1
 */
public enum AttendeeRole {
    /** Leads. */
    CHAIR,

    /** Is needed. */
    REQUIRED,

    /** May come. */
    OPTIONAL,

    /** A room or thing. */
    RESOURCE,

    /** Is only told. */
    INFORMED
}
