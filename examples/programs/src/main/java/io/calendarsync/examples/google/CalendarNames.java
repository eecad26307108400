package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.Connections;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What calendars are called: the account, and the calendar's own name where it differs. Thread-safe. */
final class CalendarNames {

    private final Connections connections;

    /** Of those that changes were told of: a first reading tells of thousands in one calendar. */
    private final Map<CalendarId, String> told = new ConcurrentHashMap<>();

    CalendarNames(Connections connections) {
        this.connections = connections;
    }

    String of(SyncedCalendar calendar) {
        String account = account(calendar.connection());
        return calendar.name().isEmpty() || calendar.name().equals(account) ? account : account + "/" + calendar.name();
    }

    String of(CalendarId id) {
        String known = told.get(id);
        if (known != null) {
            return known;
        }
        Optional<String> name = find(id).map(this::of);
        name.ifPresent(found -> told.put(id, found));
        return name.orElse("calendar");
    }

    private Optional<SyncedCalendar> find(CalendarId id) {
        return connections.list(Accounts.OWNER).stream()
                .flatMap(connection -> connections.calendars(connection.id()).stream())
                .filter(calendar -> calendar.id().equals(id))
                .findFirst();
    }

    /** Returns what to call an account. */
    String account(ConnectionId id) {
        return connections.list(Accounts.OWNER).stream()
                .filter(connection -> connection.id().equals(id))
                .map(CalendarConnection::label)
                .findFirst()
                .orElse("account");
    }
}
