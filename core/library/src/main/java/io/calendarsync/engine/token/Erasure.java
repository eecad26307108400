package io.calendarsync.engine.token;

import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Erases what is stored for a calendar, a connection or an owner. A calendar's state goes last: as long as it stands,
 * marked, the rest can be found, and from the mark on no commit for the calendar goes through. Thread-safe; may be
 * broken off anywhere and done again.
 */
public final class Erasure {

    private final Desk desk;
    private final InstantSource clock;
    private final Duration longestLease;

    /**
     * Creates it.
     *
     * @param longestLease after that, nobody who began before the mark can still be writing
     */
    public Erasure(Desk desk, InstantSource clock, Duration longestLease) {
        this.desk = desk;
        this.clock = clock;
        this.longestLease = longestLease;
    }

    /** Erases an owner as far as possible now, and makes the rest due; returns how many records went. */
    public int owner(OwnerId owner) {
        String ownerKey = Keyspace.ownerKey(owner);
        Instant now = clock.instant();
        desk.owners().markErasing(ownerKey, now);
        desk.due().ring(Job.erase(ownerKey), now.plus(longestLease));
        return pass(ownerKey);
    }

    /** Goes on erasing an owner: again until a pass finds nothing and every lease has run out. */
    public Optional<Instant> goOn(String ownerKey) {
        Optional<Instant> since = desk.owners().erasingSince(ownerKey);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean clean = pass(ownerKey) == 0;
        Instant safe = since.get().plus(longestLease);
        if (clean && !now.isBefore(safe)) {
            desk.owners().forgetErasing(ownerKey);
            return Optional.empty();
        }
        return Optional.of(now.isBefore(safe) ? safe : now);
    }

    private int pass(String ownerKey) {
        int erased = 0;
        for (Stored<ConnectionRecord> connection : desk.connections().of(ownerKey)) {
            erased += connection(connection.value().id());
        }
        String log = Keyspace.ownerLog(ownerKey);
        erased += desk.owners().erase(ownerKey);
        erased += desk.log().erase(log);
        return erased + desk.progress().erase(log);
    }

    /** Erases a connection and its calendars; returns how many records went. */
    public int connection(ConnectionId id) {
        int erased = 0;
        for (Stored<CalendarRecord> calendar : desk.calendars().of(id)) {
            erased += calendar(calendar.value().info().id());
        }
        erased += desk.connections().eraseCredential(id);
        Optional<Stored<ConnectionRecord>> connection = desk.connections().find(id);
        if (connection.isPresent() && desk.calendars().of(id).isEmpty()) {
            Commit commit = desk.records().begin();
            desk.connections().delete(commit, connection.get());
            erased += commit.run() ? 1 : 0;
        }
        return erased;
    }

    /** Erases a calendar; returns how many records went. */
    public int calendar(CalendarId id) {
        Optional<Stored<CalendarRecord>> read = desk.calendars().find(id);
        if (read.isPresent() && !read.get().value().isErased()) {
            Commit mark = desk.records().begin();
            desk.calendars().save(mark, read.get(), read.get().value().erased());
            if (!mark.run()) {
                return calendar(id);
            }
        }
        String log = id.value();
        desk.due().forget(Job.pull(log));
        desk.due().forget(Job.tidy(log));
        desk.due().forget(Job.announce(log));
        int erased = desk.events().erase(id)
                + desk.links().erase(id)
                + desk.ownWrites().erase(id)
                + desk.seen().erase(id)
                + desk.reviews().erase(id)
                + desk.log().erase(log)
                + desk.progress().erase(log);
        Optional<Stored<CalendarRecord>> marked = desk.calendars().find(id);
        if (marked.isPresent()) {
            Commit commit = desk.records().begin();
            desk.calendars().delete(commit, marked.get());
            erased += commit.run() ? 1 : 0;
        }
        return erased;
    }
}
