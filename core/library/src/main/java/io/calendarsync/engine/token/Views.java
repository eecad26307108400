package io.calendarsync.engine.token;

import io.calendarsync.CalendarConnection;
import io.calendarsync.Connected;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Pulse;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows records as the host sees them. Thread-safe. */
public final class Views {

    private final Desk desk;
    private final Transitions transitions;

    Views(Desk desk, Transitions transitions) {
        this.desk = desk;
        this.transitions = transitions;
    }

    Connected connected(ConnectionId id) {
        return new Connected(view(transitions.find(id).value()), calendars(id));
    }

    List<SyncedCalendar> calendars(ConnectionId id) {
        return desk.calendars().of(id).stream()
                .map(stored -> view(stored.value()))
                .toList();
    }

    /** Returns a connection as the host sees it. */
    public static CalendarConnection view(ConnectionRecord connection) {
        return new CalendarConnection(
                connection.id(),
                connection.owner(),
                connection.provider(),
                connection.account().label(),
                connection.state(),
                connection.reconnect(),
                connection.terms(),
                connection.since());
    }

    /** Returns a calendar as the host sees it. */
    public static SyncedCalendar view(CalendarRecord calendar) {
        CalendarId id = calendar.info().id();
        Pulse pulse = calendar.pulse();
        Optional<Instant> asOf = pulse.generations() == 0 ? Optional.empty() : Optional.of(pulse.read());
        return new SyncedCalendar(
                id,
                Keyspace.connectionOf(id),
                calendar.info().name(),
                calendar.state(),
                calendar.uses(),
                asOf,
                pulse.events(),
                calendar.trouble().message());
    }
}
