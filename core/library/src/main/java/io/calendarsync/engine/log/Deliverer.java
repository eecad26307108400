package io.calendarsync.engine.log;

import io.calendarsync.Delivery;
import io.calendarsync.Difference;
import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.Subscriber;
import io.calendarsync.SyncEvent;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Fatal;
import io.calendarsync.engine.record.KnownEvent;
import io.calendarsync.engine.record.LogHead;
import io.calendarsync.engine.record.Paged;
import io.calendarsync.engine.record.ProgressRecord;
import io.calendarsync.engine.record.ProgressRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands a log to one subscriber, entry by entry: what the handler returned from is acknowledged in batches, what it threw
 * on is tried again. Thread-safe; the caller holds the claim of this subscriber and log.
 */
public final class Deliverer {

    private static final int ENTRIES_A_BATCH = 50;
    private static final String FIRST_PAGE = Logs.FIRST_PAGE;
    private static final String RESTART = Logs.RESTART;

    private final Records records;
    private final Logs logs;
    private final SubscriberRecords subscribers;
    private final ProgressRecords progress;
    private final InstantSource clock;
    private final Patience patience;

    /** Creates it. */
    public Deliverer(
            Records records,
            Logs logs,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            InstantSource clock,
            Patience patience) {
        this.records = records;
        this.logs = logs;
        this.subscribers = subscribers;
        this.progress = progress;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * How long a failing handler is borne with.
     *
     * @param attempts how often an entry is tried before its log is parked
     * @param first the pause after the first failure, doubled after each
     * @param most the longest pause
     */
    public record Patience(int attempts, Duration first, Duration most) {

        /** Returns the library's own: 8 attempts over about 20 minutes. */
        public static Patience standard() {
            return new Patience(8, Duration.ofSeconds(10), Duration.ofMinutes(15));
        }

        Duration pause(int attempt) {
            Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, 20));
            return pause.compareTo(most) > 0 ? most : pause;
        }
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
            Optional<Stored<ProgressRecord>> rebased = rebase(subscriber, log.get(), at);
            if (rebased.isPresent()) {
                continue;
            }
            Batch batch = at.value().snapshot().isPresent()
                    ? snapshotBatch(log.get(), at.value())
                    : entries(log.get(), at.value());
            if (batch.isEmpty() && log.get().head().last() > at.value().done()) {
                restart(subscriber, log.get(), at);
                continue;
            }
            if (batch.isEmpty()) {
                return Optional.empty();
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
                ? ProgressRecord.snapshot(head.epoch(), head.last(), RESTART, clock.instant())
                : ProgressRecord.at(head.epoch(), 0, clock.instant());
    }

    /** Where the log began anew, or has been purged past the subscriber, it starts over. */
    private Optional<Stored<ProgressRecord>> rebase(Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at) {
        Instant now = clock.instant();
        ProgressRecord here = at.value();
        if (!here.epoch().equals(log.head().epoch())) {
            return Optional.of(
                    save(subscriber, log, at, ProgressRecord.at(log.head().epoch(), 0, now)));
        }
        if (here.snapshot().isEmpty() && here.done() < log.head().purged()) {
            return Optional.of(restart(subscriber, log, at));
        }
        return Optional.empty();
    }

    /** A gap is never passed over in silence. */
    private Stored<ProgressRecord> restart(Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at) {
        return save(
                subscriber,
                log,
                at,
                ProgressRecord.snapshot(log.head().epoch(), log.head().last(), RESTART, clock.instant()));
    }

    private Batch entries(Logs.Log log, ProgressRecord at) {
        List<SyncEvent> entries = logs.read(log, at.done() + 1, ENTRIES_A_BATCH);
        return new Batch(entries, Optional.empty(), false);
    }

    private Batch snapshotBatch(Logs.Log log, ProgressRecord at) {
        String token = at.snapshot().orElseThrow();
        if (token.equals(RESTART)) {
            SyncEvent restarted = Logs.restarted(log, at.done(), clock.instant());
            return new Batch(List.of(restarted), Optional.of(FIRST_PAGE), true);
        }
        Paged<KnownEvent> page = logs.snapshot(log, token, ENTRIES_A_BATCH);
        List<SyncEvent> events = page.items().stream()
                .<SyncEvent>map(known -> new EventChange(
                        new LogPosition(
                                log.name(),
                                at.epoch(),
                                at.done(),
                                known.event().ref().eventId()),
                        log.owner(),
                        clock.instant(),
                        EventChange.Kind.CREATED,
                        Optional.empty(),
                        Optional.of(known.event()),
                        Difference.none(),
                        EventChange.Provenance.firstReading()))
                .toList();
        return new Batch(events, page.next(), true);
    }

    /** Returns when to come back after a failure; {@link Instant#MAX} for never; absent when all went well. */
    private Optional<Instant> hand(
            Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, Batch batch, BooleanSupplier stillOurs) {
        int done = 0;
        for (SyncEvent event : batch.events()) {
            if (!mayGoOn(stillOurs)) {
                return lapsed(subscriber, log, at, batch, done);
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
        save(subscriber, log, at, batch.after(at.value(), clock.instant()));
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
        return Optional.of(park ? Instant.MAX : now.plus(patience.pause(attempt)));
    }

    /**
     * Returns the progress after some entries of a batch. Within a snapshot that is where a page of so many would end, if
     * it still holds the same: events move while a snapshot is told, and to be told twice is better than never.
     */
    private ProgressRecord reached(Logs.Log log, ProgressRecord at, Batch batch, int done, Instant now) {
        if (done == 0) {
            return at;
        }
        if (!batch.ofSnapshot()) {
            return ProgressRecord.at(at.epoch(), at.done() + done, now);
        }
        String token = at.snapshot().orElseThrow();
        if (token.equals(RESTART)) {
            return batch.after(at, now);
        }
        Paged<KnownEvent> told = logs.snapshot(log, token, done);
        List<String> parts = told.items().stream()
                .map(known -> known.event().ref().eventId())
                .toList();
        List<String> handed = batch.events().subList(0, done).stream()
                .map(event -> event.position().part())
                .toList();
        return parts.equals(handed) && told.next().isPresent()
                ? ProgressRecord.snapshot(at.epoch(), at.done(), told.next().get(), now)
                : at;
    }

    private Stored<ProgressRecord> save(
            Subscriber subscriber, Logs.Log log, Stored<ProgressRecord> at, ProgressRecord next) {
        Commit commit = records.begin();
        Stored<ProgressRecord> saved = progress.save(commit, subscriber.name(), log.name(), at, next);
        if (!commit.run()) {
            throw new LostClaim(subscriber.name(), log.name());
        }
        return saved;
    }

    /** Another node delivers this log to this subscriber now. */
    public static final class LostClaim extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostClaim(String subscriber, String log) {
            super("delivery to " + subscriber + " from " + log + " went on elsewhere", null, false, false);
        }
    }

    /**
     * Entries to be handed over together.
     *
     * @param next where a snapshot goes on
     * @param ofSnapshot whether they are a snapshot's, which have no numbers of their own
     */
    private record Batch(List<SyncEvent> events, Optional<String> next, boolean ofSnapshot) {

        boolean isEmpty() {
            return events.isEmpty() && !ofSnapshot;
        }

        ProgressRecord after(ProgressRecord at, Instant now) {
            long done = ofSnapshot ? at.done() : at.done() + events.size();
            return new ProgressRecord(at.epoch(), done, 0, false, ofSnapshot ? next : Optional.empty(), "", now);
        }
    }
}
