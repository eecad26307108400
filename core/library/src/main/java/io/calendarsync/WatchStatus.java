package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * How the watch of a calendar, or of an account's list of calendars, stands.
 *
 * @param connection whose account it is
 * @param calendar the calendar watched; absent for the list
 * @param state the state of its best channel
 * @param expires when that ends, as the provider answered; absent where it did not
 * @param why what went wrong, empty where nothing did
 * @since 0.1
 */
public record WatchStatus(
        ConnectionId connection,
        Optional<CalendarId> calendar,
        WatchState state,
        Optional<Instant> expires,
        String why) {

    /** {@return whether changes are told as they happen, as far as is known} */
    public boolean isLive() {
        return state == WatchState.ACTIVE;
    }
}
