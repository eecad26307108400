package io.calendarsync.model;

/**
 * An attendee's answer (RFC 5545 section 3.2.12).
 *
 * @since 0.1
 */
public enum ParticipationStatus {
    /** None yet. */
    NEEDS_ACTION,

    /** Yes. */
    ACCEPTED,

    /** No. */
    DECLINED,

    /** Perhaps. */
    TENTATIVE,

    /** Someone else goes. */
    DELEGATED
}
