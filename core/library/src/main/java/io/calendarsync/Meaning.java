package io.calendarsync;

/**
 * What the differences between two states of an event amount to.
 *
 * @since 0.1
 */
public enum Meaning {
    /** It starts at another time, or on another day. */
    MOVED,
    /** It is longer or shorter. */
    RESIZED,
    /** Its title is another. */
    RETITLED,
    /** Its description is another. */
    REWRITTEN,
    /** It takes place elsewhere, or is joined another way. */
    RELOCATED,
    /** It repeats in another way. */
    RESCHEDULED,
    /** It no longer takes place. */
    CANCELLED,
    /** It takes place again, or for certain. */
    REINSTATED,
    /** It counts differently in free/busy time. */
    AVAILABILITY_CHANGED,
    /** An attendee gave another answer. */
    RESPONDED,
    /** Somebody was asked. */
    INVITED,
    /** Somebody is no longer asked. */
    UNINVITED,
    /** Somebody else leads. */
    ORGANIZER_CHANGED,
    /** Something else about it changed. */
    OTHER
}
