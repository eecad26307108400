package io.calendarsync.model;

/**
 * Where an event lives.
 *
 * @param calendarId the synced calendar
 * @param eventId the provider's id within it, compared letter by letter, of any length
 * @since 0.1
 */
public record EventRef(CalendarId calendarId, String eventId) {
    /**
     * Checks the id.
     *
     * @param calendarId the synced calendar
     * @param eventId the provider's id within it, compared letter by letter, of any length
     * @throws IllegalArgumentException if {@code eventId} is empty
     */
    public EventRef {
        if (eventId.isEmpty()) {
            throw new IllegalArgumentException("eventId must not be empty");
        }
    }
}
