package io.calendarsync.engine.token;

import io.calendarsync.ConnectionState;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRemains;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.OwnerRemains;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.WatchTarget;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Erases what is stored for a calendar, a connection or an owner. A calendar's state goes last: as long as it stands,
 * marked, the rest can be found, and from the mark on no commit for the calendar goes through. Thread-safe; may be
 * broken off anywhere and done again.
 */
public final class Erasure {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Desk desk;
    private final CalendarRemains remains;
    private final OwnerRemains ownerRemains;
    private final InstantSource clock;
    private final Duration longestLease;

    /**
     * Creates it.
     *
     * @param longestLease after that, nobody who began before the mark can still be writing
     */
    public Erasure(Desk desk, InstantSource clock, Duration longestLease) {
        this.desk = desk;
        this.remains = new CalendarRemains(desk.records(), desk.publications());
        this.ownerRemains = new OwnerRemains(desk.records());
        this.clock = clock;
        this.longestLease = longestLease;
    }

    /** Erases an owner as far as possible now, and makes the rest due; returns how many records went. */
    public int owner(OwnerId owner) {
        String ownerKey = Keyspace.ownerKey(owner);
        Instant now = clock.instant();
        Instant again = now.plus(longestLease);
        Optional<OwnerRecords.Erasing> erasing = desk.owners().erasing(ownerKey);
        if (erasing.isEmpty()) {
            Commit mark = desk.records().begin();
            desk.owners().markErasing(mark, ownerKey, now);
            desk.due().put(mark, Job.erase(ownerKey), again);
            mark.run();
            return owner(owner);
        }
        desk.due().ring(Job.erase(ownerKey), again);
        return pass(erasing.get());
    }

    /** Goes on erasing an owner: again until a pass finds nothing and every lease has run out. */
    public Optional<Instant> goOn(String ownerKey) {
        Optional<OwnerRecords.Erasing> erasing = desk.owners().erasing(ownerKey);
        if (erasing.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean clean = pass(erasing.get()) == 0;
        Instant safe = erasing.get().since().plus(longestLease);
        if (clean && !now.isBefore(safe)) {
            desk.owners().end(erasing.get());
            return Optional.empty();
        }
        return Optional.of(now.isBefore(safe) ? safe : now);
    }

    private int pass(OwnerRecords.Erasing erasing) {
        int erased = 0;
        for (Stored<ConnectionRecord> connection : desk.connections().of(erasing.ownerKey())) {
            erased += connection(connection, erasing::mustGoOn);
        }
        return erased + ownerRemains.erase(erasing);
    }

    /** Erases what a connection that was taken away has left; returns when to go on, absent when nothing is left. */
    public Optional<Instant> connection(ConnectionId id) {
        Optional<Stored<ConnectionRecord>> gone = gone(id);
        gone.ifPresent(read -> connection(read, commit -> desk.connections().check(commit, read)));
        return gone(id).map(left -> clock.instant().plus(PAUSE));
    }

    private Optional<Stored<ConnectionRecord>> gone(ConnectionId id) {
        return desk.connections().find(id).filter(read -> read.value().state() == ConnectionState.DISCONNECTED);
    }

    private int connection(Stored<ConnectionRecord> read, Consumer<Commit> right) {
        ConnectionId id = read.value().id();
        int erased = 0;
        for (Stored<CalendarRecord> calendar : desk.calendars().of(id)) {
            erased += calendar(calendar.value().info().id(), right);
        }
        if (desk.calendars().of(id).isEmpty()) {
            erased += desk.watches().erase(WatchTarget.listOf(id));
            desk.due().forget(Job.watch(WatchTarget.listOf(id)));
            desk.due().forget(Job.list(id.value()));
            Commit commit = desk.records().begin();
            desk.connections().delete(commit, read);
            erased += commit.run() ? 1 : 0;
        }
        return erased;
    }

    /** Erases a calendar as long as there is a right to; returns how many records went. */
    private int calendar(CalendarId id, Consumer<Commit> right) {
        Optional<Stored<CalendarRecord>> read = desk.calendars().find(id);
        if (read.isEmpty()) {
            return 0;
        }
        Stored<CalendarRecord> marked = read.get();
        if (!marked.value().isErased()) {
            Commit mark = desk.records().begin();
            right.accept(mark);
            marked = desk.calendars().save(mark, marked, marked.value().erased());
            if (!mark.run()) {
                return 0;
            }
        }
        int erased = 0;
        for (int more = remains.erase(id, marked); more > 0; more = remains.erase(id, marked)) {
            erased += more;
        }
        Commit last = desk.records().begin();
        desk.calendars().delete(last, marked);
        return erased + (last.run() ? 1 : 0);
    }
}
