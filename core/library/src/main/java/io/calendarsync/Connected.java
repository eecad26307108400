package io.calendarsync;

import java.util.List;

/**
 * A connection that stands.
 *
 * @param connection the connection
 * @param calendars its calendars, not read yet if it is new
 * @since 0.1
 */
public record Connected(CalendarConnection connection, List<SyncedCalendar> calendars) implements ConnectResult {
    /**
     * Copies the list.
     *
     * @param connection the connection
     * @param calendars its calendars, not read yet if it is new
     */
    public Connected {
        calendars = List.copyOf(calendars);
    }

    /** {@return the only calendar, as a feed has one} */
    public SyncedCalendar calendar() {
        if (calendars.size() != 1) {
            throw new IllegalStateException("the connection has " + calendars.size() + " calendars, not one");
        }
        return calendars.get(0);
    }
}
