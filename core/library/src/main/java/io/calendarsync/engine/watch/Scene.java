package io.calendarsync.engine.watch;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.Use;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import java.util.Optional;

/**
 * What a watch belongs to, as it stands now.
 *
 * @param connection whose account
 * @param remoteCalendar the provider's id of the calendar, absent for the list of them
 * @param wanted whether it is to be watched
 */
record Scene(Stored<ConnectionRecord> connection, Optional<String> remoteCalendar, boolean wanted) {

    /** Returns it; absent where the connection is gone or being taken away, or there is nothing to watch of that kind. */
    static Optional<Scene> of(WatchTarget target, Lookout lookout) {
        return lookout.connections()
                .find(target.connection())
                .filter(read -> read.value().state() != ConnectionState.DISCONNECTED)
                .flatMap(read -> of(target, read, lookout));
    }

    private static Optional<Scene> of(WatchTarget target, Stored<ConnectionRecord> connection, Lookout lookout) {
        boolean active = connection.value().state() == ConnectionState.ACTIVE;
        if (target.calendar().isEmpty()) {
            return lookout.lists()
                    .find(target.connection())
                    .map(list -> new Scene(connection, Optional.empty(), active));
        }
        return target.calendar()
                .flatMap(lookout.calendars()::find)
                .map(Stored::value)
                .filter(calendar -> !calendar.isErased())
                .map(calendar ->
                        new Scene(connection, Optional.of(calendar.info().remoteId()), active && isWanted(calendar)));
    }

    private static boolean isWanted(CalendarRecord calendar) {
        return calendar.uses().contains(Use.WATCH)
                && calendar.state() != CalendarState.GONE
                && calendar.state() != CalendarState.PAUSED;
    }

    /** Returns whether the provider lets us in, as far as is known. */
    boolean isReachable() {
        return connection.value().state() != ConnectionState.RECONNECT_REQUIRED;
    }
}
