package io.calendarsync.engine.publish;

import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionState;
import io.calendarsync.PutResult;
import io.calendarsync.Use;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.Access;
import io.calendarsync.model.CalendarId;
import java.util.Optional;

/** Tells whether a calendar may be written to. Thread-safe. */
final class Gate {

    private final Ledger ledger;

    Gate(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A calendar, and why it may not be written to, if it may not. */
    record Look(Optional<Stored<CalendarRecord>> calendar, Optional<PutResult> refusal) {}

    Look at(CalendarId id) {
        Optional<Stored<CalendarRecord>> calendar =
                ledger.calendars().find(id).filter(found -> !found.value().isErased());
        Optional<ConnectionRecord> connection = connection(id);
        if (calendar.isEmpty() || connection.isEmpty() || calendar.get().value().state() == CalendarState.GONE) {
            return new Look(calendar, Optional.of(PutResult.UNKNOWN_CALENDAR));
        }
        CalendarRecord found = calendar.get().value();
        boolean writable = found.access().covers(Access.READ_WRITE)
                && connection.get().terms().access().covers(Access.READ_WRITE)
                && found.uses().contains(Use.WRITE);
        return new Look(calendar, writable ? Optional.empty() : Optional.of(PutResult.NOT_WRITABLE));
    }

    /** Returns the connection of a calendar, absent where it is gone or going. */
    Optional<ConnectionRecord> connection(CalendarId id) {
        return ledger.connections()
                .find(Keyspace.connectionOf(id))
                .map(Stored::value)
                .filter(found -> found.state() != ConnectionState.DISCONNECTED);
    }
}
