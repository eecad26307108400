package io.calendarsync.engine.log;

import io.calendarsync.Subscriber;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.OwnerRecord;
import io.calendarsync.engine.record.OwnerRecords;
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
import java.util.Optional;

/**
 * Registers subscribers. A new one gets its place in every log there is before it counts as ready; a log that begins
 * later is delivered whole. Thread-safe, and safe to run on several nodes at a time.
 */
public final class Subscriptions {

    private static final int LOGS_A_PAGE = 100;
    private static final Duration SEEN_EVERY = Duration.ofHours(1);

    private final Records records;
    private final SubscriberRecords subscribers;
    private final ProgressRecords progress;
    private final CalendarRecords calendars;
    private final OwnerRecords owners;
    private final DueRecords due;
    private final InstantSource clock;

    /** Creates it. */
    public Subscriptions(
            Records records,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            CalendarRecords calendars,
            OwnerRecords owners,
            DueRecords due,
            InstantSource clock) {
        this.records = records;
        this.subscribers = subscribers;
        this.progress = progress;
        this.calendars = calendars;
        this.owners = owners;
        this.due = due;
        this.clock = clock;
    }

    /** Registers a subscriber, or notes that it is there; a registration that broke off is taken up. */
    public void register(Subscriber subscriber) {
        Instant now = clock.instant();
        if (subscribers.find(subscriber.name()).isEmpty()) {
            boolean snapshot = subscriber.beginning() == Subscriber.Beginning.SNAPSHOT_FIRST;
            Commit commit = records.begin();
            subscribers.create(commit, new SubscriberRecord(subscriber.name(), now, snapshot, false, now));
            commit.run();
        }
        Stored<SubscriberRecord> found = subscribers.find(subscriber.name()).orElseThrow();
        if (!found.value().ready()) {
            placeEverywhere(found.value());
            save(found, found.value().asReady().seenAt(now));
        }
    }

    /** Notes, now and then, that a node still has the handler. */
    public void seen(String name) {
        Instant now = clock.instant();
        subscribers
                .find(name)
                .filter(found ->
                        Duration.between(found.value().seen(), now).abs().compareTo(SEEN_EVERY) > 0)
                .ifPresent(found -> save(found, found.value().seenAt(now)));
    }

    private void save(Stored<SubscriberRecord> found, SubscriberRecord next) {
        Commit commit = records.begin();
        subscribers.save(commit, found, next);
        commit.run();
    }

    private void placeEverywhere(SubscriberRecord subscriber) {
        Optional<String> after = Optional.empty();
        do {
            Paged<Stored<CalendarRecord>> page = calendars.page(after, LOGS_A_PAGE);
            page.items().forEach(calendar -> place(subscriber, Logs.of(calendar.value())));
            after = page.next();
        } while (after.isPresent());
        do {
            Paged<OwnerRecord> page = owners.page(after, LOGS_A_PAGE);
            page.items().forEach(owner -> place(subscriber, Logs.of(owner)));
            after = page.next();
        } while (after.isPresent());
    }

    private void place(SubscriberRecord subscriber, Logs.Log log) {
        Instant now = clock.instant();
        ProgressRecord place = subscriber.snapshotFirst()
                ? ProgressRecord.snapshot(log.head().epoch(), log.head().last(), "", now)
                : ProgressRecord.at(log.head().epoch(), log.head().last(), now);
        Commit commit = records.begin();
        progress.create(commit, subscriber.name(), log.name(), place);
        due.put(commit, Job.deliver(subscriber.name(), log.name()), now);
        commit.run();
    }
}
