package io.calendarsync.model;

/**
 * Something about an event that could not be understood. The event is kept and reported all the same, busy for what is
 * visible of its span.
 *
 * @param reason what kind of thing
 * @param detail one line for people, without the event's content; may be empty
 * @since 0.1
 */
public record Degradation(Reason reason, String detail) {

    /** What could not be understood. */
    public enum Reason {
        /** A time zone nothing matches; the times are read in the calendar's zone. */
        UNKNOWN_ZONE,
        /** A time zone known only by a name that had to be guessed at. */
        GUESSED_ZONE,
        /** A start, end or duration that cannot be read. */
        UNREADABLE_TIME,
        /** A recurrence rule, or a part of one, that cannot be read. */
        UNREADABLE_RULE,
        /** A recurrence rule that takes too many steps to expand. */
        COSTLY_RULE,
        /** Parts were cut because the event is too large to keep. */
        TOO_LARGE,
        /** Text in a charset nobody names, which had to be assumed. */
        GUESSED_CHARSET,
        /** An entry without a UID; one was derived from its content. */
        MISSING_UID,
        /** The provider's answer for this entry could not be mapped. */
        UNMAPPABLE
    }
}
