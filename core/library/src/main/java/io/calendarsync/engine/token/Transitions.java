package io.calendarsync.engine.token;

import io.calendarsync.AuditEntry;
import io.calendarsync.CalendarChange;
import io.calendarsync.CalendarState;
import io.calendarsync.ConnectionChange;
import io.calendarsync.ConnectionState;
import io.calendarsync.FaultSource;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/** Numbers transitions in the log they belong to, in the commit that makes them (H22). Thread-safe. */
final class Transitions {

    private final Desk desk;

    Transitions(Desk desk) {
        this.desk = desk;
    }

    /** Tells in the owner's log that a connection went into another state; the commit saves the connection itself. */
    void tell(Commit commit, ConnectionRecord after, ConnectionState before, String why, Instant now) {
        String ownerKey = Keyspace.ownerKeyOf(after.id());
        Optional<Stored<OwnerRecord>> known = desk.owners().find(ownerKey);
        LogHead head = known.map(stored -> stored.value().log())
                .orElseGet(() -> LogHead.begin(desk.records().fresh()))
                .next();
        OwnerRecord next = new OwnerRecord(after.owner(), head);
        if (known.isPresent()) {
            desk.owners().save(commit, ownerKey, known.get(), next);
        } else {
            desk.owners().create(commit, ownerKey, next);
        }
        String log = Keyspace.ownerLog(ownerKey);
        desk.log()
                .append(
                        commit,
                        new ConnectionChange(
                                head.position(log), after.owner(), now, after.id(), before, after.state(), why));
        desk.due().put(commit, Job.announce(log), now);
    }

    /** Saves a calendar in another state, or with something else told of it, and tells so in its log. */
    void save(Commit commit, Stored<CalendarRecord> read, CalendarRecord next, String why, Instant now) {
        CalendarState before = read.value().state();
        String id = next.info().id().value();
        LogHead head = next.log().next();
        desk.log()
                .append(
                        commit,
                        new CalendarChange(
                                head.position(id),
                                next.info().owner(),
                                now,
                                next.info().id(),
                                before,
                                next.state(),
                                why));
        desk.due().put(commit, Job.announce(id), now);
        desk.calendars().save(commit, read, next.log(head));
    }

    /** Adds to the owner's audit trail. */
    void audit(Commit commit, ConnectionId id, AuditEntry entry) {
        desk.audit().append(commit, Keyspace.ownerKeyOf(id), entry);
    }

    /** Returns a connection that has to be there. */
    Stored<ConnectionRecord> find(ConnectionId id) {
        return desk.connections()
                .find(id)
                .orElseThrow(() -> new NotFound("There is no connection " + id, FaultSource.unknown()));
    }

    /** Returns what to say when others were quicker each time. */
    static ProviderUnavailable busy() {
        return new ProviderUnavailable(
                "The owner's connections are being changed without pause: try again in a moment",
                FaultSource.unknown());
    }
}
