package io.calendarsync;

/**
 * One field that differs.
 *
 * @param field which
 * @param before as text: ISO 8601 for times, names for constants, one line for each element of a list; may be empty
 * @param after likewise
 * @since 0.1
 */
public record FieldChange(Field field, String before, String after) {

    /** The fields that are compared. */
    public enum Field {
        /** The iCalendar UID. */
        UID,
        /** The one-line title. */
        TITLE,
        /** The description. */
        DESCRIPTION,
        /** The start, zone included. */
        START,
        /** The end or duration, zone included. */
        END,
        /** The rules and dates of a series. */
        RECURRENCE,
        /** The series and original start of an override. */
        RECURRENCE_ID,
        /** Confirmed, tentative or cancelled. */
        STATUS,
        /** How it counts in free/busy time. */
        SHOW_AS,
        /** Who may see the details. */
        VISIBILITY,
        /** What kind of entry it is. */
        KIND,
        /** Where. */
        LOCATIONS,
        /** How to join from afar. */
        CONFERENCE,
        /** Who leads. */
        ORGANIZER,
        /** Who is asked and what they said. */
        ATTENDEES,
        /** Reminders. */
        REMINDERS,
        /** Categories. */
        CATEGORIES,
        /** The colour. */
        COLOR,
        /** Links to documents. */
        ATTACHMENTS,
        /** The named values an application hung on it. */
        PROPERTIES,
        /** What could not be understood. */
        DEGRADATIONS
    }
}
