package io.calendarsync.model;

/**
 * Whether an event takes place (RFC 5545 section 3.8.1.11).
 *
 * @since 0.1
 */
public enum EventStatus {
    /** It does. */
    CONFIRMED,

    /** It may. */
    TENTATIVE,

    /** It does not. */
    CANCELLED
}
