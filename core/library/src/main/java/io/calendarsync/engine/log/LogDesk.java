package io.calendarsync.engine.log;

import io.calendarsync.AuditEntry;
import io.calendarsync.FaultSource;
import io.calendarsync.Feed;
import io.calendarsync.NotFound;
import io.calendarsync.Page;
import io.calendarsync.SubscriberStatus;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.AuditRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import io.calendarsync.model.OwnerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Looks after logs and subscribers on the host's behalf. Thread-safe. */
public final class LogDesk implements Feed {

    private static final int TRIES = 10;

    private final Records records;
    private final FeedReader reader;
    private final Logs logs;
    private final Snapshots snapshots;
    private final SubscriberRecords subscribers;
    private final Subscriptions subscriptions;
    private final ProgressRecords progress;
    private final DueRecords due;
    private final AuditRecords audit;
    private final InstantSource clock;

    /** Creates it. */
    public LogDesk(
            Records records,
            FeedReader reader,
            Logs logs,
            Snapshots snapshots,
            SubscriberRecords subscribers,
            Subscriptions subscriptions,
            ProgressRecords progress,
            DueRecords due,
            AuditRecords audit,
            InstantSource clock) {
        this.records = records;
        this.reader = reader;
        this.logs = logs;
        this.snapshots = snapshots;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<SyncEvent> after(OwnerId owner, Optional<String> cursor, int limit) {
        return reader.after(owner, cursor, limit);
    }

    @Override
    public List<SubscriberStatus> subscribers() {
        return subscribers.all().stream().map(this::status).toList();
    }

    private SubscriberStatus status(SubscriberRecord subscriber) {
        List<SubscriberStatus.ParkedDelivery> parked = progress.parked(subscriber.name()).stream()
                .flatMap(log -> progress.find(subscriber.name(), log).stream()
                        .map(Stored::value)
                        .filter(ProgressRecord::parked)
                        .map(at -> new SubscriberStatus.ParkedDelivery(log, next(at), at.attempts(), at.error())))
                .toList();
        return new SubscriberStatus(subscriber.name(), subscriber.since(), subscriber.seen(), parked);
    }

    /** What is left of a snapshot has the number the snapshot was taken at. */
    private static long next(ProgressRecord at) {
        return at.snapshot().isPresent() ? at.done() : at.done() + 1;
    }

    @Override
    public void replay(String subscriber, String log) {
        unpark(subscriber, log, "delivery-replayed", (at, now) -> at.resumed(now));
    }

    @Override
    public void skip(String subscriber, String log) {
        unpark(subscriber, log, "delivery-skipped", (at, now) -> pastNext(log, at, now));
    }

    /** Returns progress past the one entry that is next: of the log, or of the snapshot that is being told. */
    private ProgressRecord pastNext(String logName, ProgressRecord at, Instant now) {
        Optional<Logs.Log> log = logs.find(logName);
        if (at.snapshot().isEmpty() || log.isEmpty()) {
            return ProgressRecord.at(at.epoch(), at.done() + 1, now);
        }
        return snapshots.pastNext(log.get(), at, now);
    }

    private void unpark(String subscriber, String log, String what, Move move) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Stored<ProgressRecord> read = progress.find(subscriber, log)
                    .filter(at -> at.value().parked())
                    .orElseThrow(() -> new NotFound(
                            "Subscriber " + subscriber + " is not parked on " + log, FaultSource.unknown()));
            Instant now = clock.instant();
            Commit commit = records.begin();
            progress.save(commit, subscriber, log, read, move.from(read.value(), now));
            due.put(commit, Job.deliver(subscriber, log), now);
            logs.find(log)
                    .ifPresent(found -> audit.append(
                            commit,
                            Keyspace.ownerKey(found.owner()),
                            new AuditEntry(now, "host", what, log + "/" + next(read.value()), "")));
            if (commit.run()) {
                return;
            }
        }
    }

    @Override
    public void remove(String subscriber) {
        subscriptions.remove(subscriber);
    }

    private interface Move {
        ProgressRecord from(ProgressRecord at, Instant now);
    }
}
