package io.calendarsync.sandbox.google.event;

/**
 * What lists look for in an event.
 *
 * @param uid its iCalUID
 * @param cancelled whether it is no more
 * @param stub whether it went to another calendar: nothing but the id may be told of it
 * @param master the id of its series, empty where it is none of a series' instances
 * @param series whether it recurs
 * @param span when it lasts; of a series, from its first to its last instance
 * @param type its eventType
 * @param updated when it was last changed, in milliseconds of the epoch
 * @param attendees how many are invited
 */
public record EventIndex(
        String uid,
        boolean cancelled,
        boolean stub,
        String master,
        boolean series,
        Span span,
        String type,
        long updated,
        int attendees) {

    /** Returns the same of an event that is no more. */
    EventIndex gone() {
        return new EventIndex(uid, true, stub, master, series, span, type, updated, attendees);
    }

    /** Returns the same of an event that went to another calendar. */
    EventIndex moved() {
        return new EventIndex(uid, true, true, master, series, span, type, updated, attendees);
    }
}
