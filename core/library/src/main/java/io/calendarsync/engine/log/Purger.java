package io.calendarsync.engine.log;

import io.calendarsync.Retention;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.LogRecords;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes entries that every subscriber has been told of and that are older than the host wants to read, and the part of
 * the audit trail that is. A subscriber no node has had for very long does not count; should it come back, it starts over
 * with a snapshot. Thread-safe.
 *
 * <p>Owners have no tidying of their own: each purge of a calendar purges its owner's log too. Every step depends on the
 * log being as it was read, so it does no harm when two calendars of an owner do that at once.
 */
public final class Purger {

    private static final int ENTRIES_A_STEP = 500;

    private final Records records;
    private final CalendarRecords calendars;
    private final OwnerRecords owners;
    private final LogRecords entries;
    private final AuditRecords audit;
    private final SubscriberRecords subscribers;
    private final ProgressRecords progress;
    private final Duration keep;
    private final Duration absent;
    private final Duration keepAudit;

    /**
     * Creates it.
     *
     * @param retention how long entries are kept whoever has been told of them, how long a subscriber without a node
     *     holds entries back, and how long the audit trail is kept
     */
    public Purger(
            Records records,
            CalendarRecords calendars,
            OwnerRecords owners,
            LogRecords entries,
            AuditRecords audit,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            Retention retention) {
        this.records = records;
        this.calendars = calendars;
        this.owners = owners;
        this.entries = entries;
        this.audit = audit;
        this.subscribers = subscribers;
        this.progress = progress;
        this.keep = retention.log();
        this.absent = retention.absentSubscriber();
        this.keepAudit = retention.audit();
    }

    /** Purges a calendar's log, and its owner's log and audit trail. */
    public void purge(Stored<CalendarRecord> read, Instant now) {
        String log = read.value().info().id().value();
        Stored<CalendarRecord> held = read;
        Optional<LogHead> next = next(log, held.value().log(), now);
        while (next.isPresent()) {
            LogHead head = held.value().log();
            Commit commit = records.begin();
            held = calendars.save(commit, held, held.value().log(next.get()));
            next = step(commit, log, head, next.get()) ? next(log, held.value().log(), now) : Optional.empty();
        }
        String ownerKey = Keyspace.ownerKey(read.value().info().owner());
        while (purgedSomeOf(ownerKey, now)) {
            // Until nothing is left that may go.
        }
        audit.purge(ownerKey, now.minus(keepAudit));
    }

    private boolean purgedSomeOf(String ownerKey, Instant now) {
        Optional<Stored<OwnerRecord>> read = owners.find(ownerKey);
        if (read.isEmpty()) {
            return false;
        }
        OwnerRecord owner = read.get().value();
        String log = Keyspace.ownerLog(ownerKey);
        Optional<LogHead> next = next(log, owner.log(), now);
        if (next.isEmpty()) {
            return false;
        }
        Commit commit = records.begin();
        owners.mustLive(commit, ownerKey);
        owners.save(commit, ownerKey, read.get(), owner.log(next.get()));
        return step(commit, log, owner.log(), next.get());
    }

    /** The head first: who finds an entry missing has to find that it was purged. */
    private boolean step(Commit commit, String log, LogHead before, LogHead after) {
        if (!commit.run()) {
            return false;
        }
        entries.purge(log, before.epoch(), before.purged() + 1, after.purged());
        return true;
    }

    /** Returns the head after the next step, absent where nothing more may go. */
    private Optional<LogHead> next(String log, LogHead head, Instant now) {
        long told = toldToAll(log, head, now);
        long to = head.purged();
        List<SyncEvent> oldest = entries.read(log, head.epoch(), head.purged() + 1, ENTRIES_A_STEP);
        for (SyncEvent entry : oldest) {
            if (entry.sequence() > told || !entry.at().isBefore(now.minus(keep))) {
                break;
            }
            to = entry.sequence();
        }
        return to == head.purged() ? Optional.empty() : Optional.of(head.purgedTo(to));
    }

    private long toldToAll(String log, LogHead head, Instant now) {
        Map<String, ProgressRecord> reached = progress.of(log);
        long told = head.last();
        for (SubscriberRecord subscriber : subscribers.all()) {
            ProgressRecord at = reached.get(subscriber.name());
            boolean counts =
                    Duration.between(subscriber.seen(), now).compareTo(absent) < 0 || (at != null && at.parked());
            if (counts) {
                told = Math.min(told, at == null || !at.epoch().equals(head.epoch()) ? 0 : at.done());
            }
        }
        return told;
    }
}
