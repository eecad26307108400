package io.calendarsync;

import java.util.List;

/**
 * How a connection stands.
 *
 * @param connection the connection
 * @param calendars its calendars
 * @since 0.1
 */
public record Health(CalendarConnection connection, List<SyncedCalendar> calendars) {
    /**
     * Copies the list.
     *
     * @param connection the connection
     * @param calendars its calendars
     */
    public Health {
        calendars = List.copyOf(calendars);
    }

    /** {@return whether everything about it is in step} */
    public boolean isWell() {
        return connection.state() == ConnectionState.ACTIVE
                && calendars.stream().allMatch(calendar -> calendar.state() == CalendarState.SYNCED);
    }
}
