package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.util.Optional;

/**
 * What is watched: a calendar, or an account's list of calendars.
 *
 * @param value the calendar's id, or the connection's with {@code -list} added, which is no calendar's
 */
public record WatchTarget(String value) {

    private static final String LIST = "-list";

    /** Returns that of a calendar. */
    public static WatchTarget of(CalendarId calendar) {
        return new WatchTarget(calendar.value());
    }

    /** Returns that of the list of an account's calendars. */
    public static WatchTarget listOf(ConnectionId connection) {
        return new WatchTarget(connection.value() + LIST);
    }

    /** Returns the calendar; absent for a list. */
    public Optional<CalendarId> calendar() {
        return value.endsWith(LIST) ? Optional.empty() : Optional.of(new CalendarId(value));
    }

    /** Returns the connection. */
    public ConnectionId connection() {
        return Keyspace.connectionOf(new CalendarId(value));
    }
}
