package io.calendarsync.engine.log;

import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.EventRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.util.List;
import java.util.Optional;

/**
 * Every log there is, whether a calendar's or an owner's. A calendar's id has a connection's before it, an owner's log is
 * named by the owner's key alone. Thread-safe.
 */
public final class Logs {

    private final CalendarRecords calendars;
    private final OwnerRecords owners;
    private final EventRecords events;
    private final LogRecords entries;

    /** Opens them. */
    public Logs(CalendarRecords calendars, OwnerRecords owners, EventRecords events, LogRecords entries) {
        this.calendars = calendars;
        this.owners = owners;
        this.events = events;
        this.entries = entries;
    }

    /** A log as it stands: how far it reaches and whose it is. */
    public record Log(String name, LogHead head, OwnerId owner, boolean hasEvents) {}

    /** Returns a log, absent where its calendar or owner is gone. */
    public Optional<Log> find(String name) {
        if (name.indexOf('-') < 0) {
            return owners.find(name).map(found -> of(found.value()));
        }
        return calendars.find(new CalendarId(name)).map(found -> of(found.value()));
    }

    /** Returns the log of an owner's connections. */
    public static Log of(OwnerRecord owner) {
        String name = Keyspace.ownerLog(Keyspace.ownerKey(owner.owner()));
        return new Log(name, owner.log(), owner.owner(), false);
    }

    /** Returns a calendar's log. */
    public static Log of(CalendarRecord calendar) {
        return new Log(
                calendar.info().id().value(), calendar.log(), calendar.info().owner(), true);
    }

    /** Returns entries from that number on. */
    public List<SyncEvent> read(Log log, long from, int limit) {
        long most = Math.min(limit, log.head().last() - from + 1);
        return most <= 0 ? List.of() : entries.read(log.name(), log.head().epoch(), from, (int) most);
    }

    /** Returns a page of the events a log's calendar holds now; an owner's log has none. */
    public Paged<KnownEvent> snapshot(Log log, Optional<String> after, int limit) {
        return log.hasEvents()
                ? events.page(new CalendarId(log.name()), after, limit)
                : new Paged<>(List.of(), Optional.empty());
    }
}
