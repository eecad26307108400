package io.calendarsync.engine.log;

import io.calendarsync.Delivery;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.SyncObserver;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Fatal;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a log to one subscriber, entry by entry: what the handler returned from is acknowledged in batches, what it threw
 * on is tried again. Thread-safe; the caller holds the claim of this subscriber and log.
 */
public final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final int ENTRIES_A_BATCH = 50;

    private final Records records;
    private final Logs logs;
    private final Snapshots snapshots;
    private final SubscriberRecords subscribers;
    private final ProgressRecords progress;
    private final InstantSource clock;
    private final Patience patience;
    private final SyncObserver observer;

    /** Creates it. */
    public Deliverer(
            Records records,
            Logs logs,
            Snapshots snapshots,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            InstantSource clock,
            Patience patience,
            SyncObserver observer) {
        this.records = records;
        this.logs = logs;
        this.snapshots = snapshots;
        this.subscribers = subscribers;
        this.progress = progress;
        this.clock = clock;
        this.patience = patience;
        this.observer = observer;
    }

    /**
     * Delivers what there is.
     *
     * @param stillOurs whether the claim is still held; asked before every entry
     * @return when to come back; absent when all is delivered, or parked
     */
    public Optional<Instant> deliver(Subscriber subscriber, String logName, BooleanSupplier stillOurs) {
        while (mayGoOn(stillOurs)) {
            Optional<Logs.Log> log = logs.find(logName);
            Optional<Stored<SubscriberRecord>> known = subscribers.find(subscriber.name());
            if (log.isEmpty() || known.isEmpty()) {
                return Optional.empty();
            }
            Optional<Stored<ProgressRecord>> found = find(known.get(), log.get());
            if (found.isEmpty()) {
                continue;
            }
            Stored<ProgressRecord> at = found.get();
            if (at.value().parked()) {
                return Optional.empty();
            }
            Optional<ProgressRecord> rebased = rebased(log.get().head(), at.value());
            if (rebased.isPresent()) {
                save(subscriber, log.get(), at, rebased.get());
                continue;
            }
            Batch batch = batch(log.get(), at.value());
            if (batch.events().isEmpty() && at.value().snapshot().isEmpty()) {
                if (log.get().head().last() <= at.value().done()) {
                    return Optional.empty();
                }
                save(subscriber, log.get(), at, Snapshots.restart(log.get().head(), clock.instant()));
                continue;
            }
            Optional<Instant> again = hand(subscriber, log.get(), at, batch, stillOurs);
            if (again.isPresent()) {
                return again.filter(when -> !when.equals(Instant.MAX));
            }
        }
        return Optional.of(clock.instant());
    }

    /**
     * A subscriber without progress has been told nothing: it begins with the oldest entry there is. Absent where the log
     * has just moved on, or the subscriber is no more, and it is to be looked at again.
     */
    private Optional<Stored<ProgressRecord>> find(Stored<SubscriberRecord> subscriber, Logs.Log log) {
        String name = subscriber.value().name();
        Optional<Stored<ProgressRecord>> found = progress.find(name, log.name());
        if (found.isPresent()) {
            return found;
        }
        Commit commit = records.begin();
        log.standing().accept(commit);
        subscribers.check(commit, subscriber);
        progress.create(commit, name, log.name(), beginning(log.head()));
        return commit.run() ? progress.find(name, log.name()) : Optional.empty();
    }

    /** Where entries are gone that this subscriber was never told of, it is told so. */
    private ProgressRecord beginning(LogHead head) {
        return head.purged() > 0
                ? Snapshots.restart(head, clock.instant())
                : ProgressRecord.at(head.epoch(), 0, clock.instant());
    }

    /**
     * Where the log began anew, or has been purged past the subscriber, it starts over: a gap is never passed over in
     * silence.
     */
    private Optional<ProgressRecord> rebased(LogHead head, ProgressRecord at) {
        if (!at.epoch().equals(head.epoch())) {
            return Optional.of(ProgressRecord.at(head.epoch(), 0, clock.instant()));
        }
        boolean isPurged = at.snapshot().isEmpty() && at.done() < head.purged();
        return isPurged ? Optional.of(Snapshots.restart(head, clock.instant())) : Optional.empty();
    }

    private Batch batch(Logs.Log log, ProgressRecord at) {
        Instant now = clock.instant();
        if (at.snapshot().isPresent()) {
            return snapshots.next(log, at, ENTRIES_A_BATCH, now);
        }
        List<SyncEvent> entries = logs.read(log, at.done() + 1, ENTRIES_A_BATCH);
        return new Batch(entries, ProgressRecord.at(at.epoch(), at.done() + entries.size(), now));
    }

    /** Returns when to come back after a failure; {@link Instant#MAX} for never; absent when all went well. */
    private Optional<Instant> hand(
            Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, Batch batch, BooleanSupplier stillOurs) {
        int done = 0;
        for (SyncEvent event : batch.events()) {
            if (!mayGoOn(stillOurs)) {
                return lapsed(subscriber, log, at, batch, done);
            }
            if (!subscriber.interest().covers(event)) {
                done++;
                continue;
            }
            try {
                subscriber.receive(new Delivery(event, done == 0 ? at.value().attempts() + 1 : 1));
                done++;
            } catch (Exception | Error e) {
                if (Fatal.isFatal(e)) {
                    throw (Error) e;
                }
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                // A handler that fails while its node stops has most likely lost what it works with: no fault of its.
                return mayGoOn(stillOurs)
                        ? failed(subscriber, log, at, batch, done, e)
                        : lapsed(subscriber, log, at, batch, done);
            }
        }
        save(subscriber, log, at, batch.after());
        return Optional.empty();
    }

    private static boolean mayGoOn(BooleanSupplier stillOurs) {
        return stillOurs.getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    /** What was handled counts, unless somebody else went on; the rest is delivered by whoever claims it next. */
    private Optional<Instant> lapsed(
            Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, Batch batch, int done) {
        Instant now = clock.instant();
        if (done > 0) {
            save(subscriber, log, at, reached(log, at.value(), batch, done, now));
        }
        return Optional.of(now);
    }

    private Optional<Instant> failed(
            Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, Batch batch, int done, Throwable fault) {
        Instant now = clock.instant();
        ProgressRecord reached = reached(log, at.value(), batch, done, now);
        int attempt = reached.attempts() + 1;
        boolean park = attempt >= patience.attempts();
        save(subscriber, log, at, reached.failed(fault.getClass().getName(), park, now));
        LOG.warn(
                "a subscriber failed subscriber={} log={} number={} attempt={} parked={}",
                subscriber.name(),
                log.name(),
                batch.events().get(done).position().number(),
                attempt,
                park,
                fault);
        observer.deliveryFailed(subscriber.name(), log.name(), attempt, park, fault);
        return Optional.of(park ? Instant.MAX : now.plus(patience.pause(attempt)));
    }

    private ProgressRecord reached(Logs.Log log, ProgressRecord at, Batch batch, int done, Instant now) {
        if (done == 0) {
            return at;
        }
        return at.snapshot().isPresent()
                ? snapshots.reached(log, at, batch.events().subList(0, done), now)
                : ProgressRecord.at(at.epoch(), at.done() + done, now);
    }

    private void save(Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, ProgressRecord next) {
        Commit commit = records.begin();
        progress.save(commit, subscriber.name(), log.name(), at, next);
        if (!commit.run()) {
            throw new LostClaim(subscriber.name(), log.name());
        }
    }

    /** Another node delivers this log to this subscriber now. */
    public static final class LostClaim extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostClaim(String subscriber, String log) {
            super("delivery to " + subscriber + " from " + log + " went on elsewhere", null, false, false);
        }
    }
}
