package io.calendarsync.engine.log;

import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.CalendarInfo;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every log there is, whether a calendar's or an owner's. A calendar's id has a connection's before it, an owner's log is
 * named by the owner's key alone. Thread-safe.
 */
public final class Logs {

    private final CalendarRecords calendars;
    private final OwnerRecords owners;
    private final LogRecords entries;

    /** Opens them. */
    public Logs(CalendarRecords calendars, OwnerRecords owners, LogRecords entries) {
        this.calendars = calendars;
        this.owners = owners;
        this.entries = entries;
    }

    /**
     * A log as it stands.
     *
     * @param head how far it reaches
     * @param owner whose it is
     * @param hasEvents whether it is a calendar's
     * @param standing makes a commit depend on the log being as it was read
     */
    public record Log(String name, LogHead head, OwnerId owner, boolean hasEvents, Consumer<Commit> standing) {}

    /** Returns a log, absent where its calendar or owner is gone. */
    public Optional<Log> find(String name) {
        if (name.indexOf('-') < 0) {
            return owners.find(name).map(found -> of(found.value(), commit -> owners.check(commit, name, found)));
        }
        return calendars
                .find(new CalendarId(name))
                .filter(found -> !found.value().isErased())
                .map(found -> of(found.value(), commit -> calendars.check(commit, found)));
    }

    /** Returns the log of an owner's connections. */
    public static Log of(OwnerRecord owner) {
        return of(owner, commit -> {});
    }

    private static Log of(OwnerRecord owner, Consumer<Commit> standing) {
        String name = Keyspace.ownerLog(Keyspace.ownerKey(owner.owner()));
        return new Log(name, owner.log(), owner.owner(), false, standing);
    }

    /** Returns a calendar's log. */
    public static Log of(CalendarRecord calendar) {
        return of(calendar, commit -> {});
    }

    private static Log of(CalendarRecord calendar, Consumer<Commit> standing) {
        CalendarInfo info = calendar.info();
        return new Log(info.id().value(), calendar.log(), info.owner(), true, standing);
    }

    /** Returns entries from that number on. */
    public List<SyncEvent> read(Log log, long from, int limit) {
        long most = Math.min(limit, log.head().last() - from + 1);
        return most <= 0 ? List.of() : entries.read(log.name(), log.head().epoch(), from, (int) most);
    }
}
