package io.calendarsync.engine.log;

import io.calendarsync.Subscriber;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.CalendarRecords;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.LogHead;
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
    private final Logs logs;
    private final DueRecords due;
    private final InstantSource clock;

    /** Creates it. */
    public Subscriptions(
            Records records,
            SubscriberRecords subscribers,
            ProgressRecords progress,
            CalendarRecords calendars,
            OwnerRecords owners,
            Logs logs,
            DueRecords due,
            InstantSource clock) {
        this.records = records;
        this.subscribers = subscribers;
        this.progress = progress;
        this.calendars = calendars;
        this.owners = owners;
        this.logs = logs;
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
        } else {
            seen(subscriber.name());
        }
    }

    /** Notes, now and then, that a node still has the handler; returns whether the subscription stands. */
    public boolean seen(String name) {
        Instant now = clock.instant();
        Optional<Stored<SubscriberRecord>> found = subscribers.find(name);
        found.filter(read -> Duration.between(read.value().seen(), now).abs().compareTo(SEEN_EVERY) > 0)
                .ifPresent(read -> save(read, read.value().seenAt(now)));
        return found.isPresent();
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
            page.items()
                    .forEach(calendar ->
                            place(subscriber, Logs.of(calendar.value()).name()));
            after = page.next();
        } while (after.isPresent());
        do {
            Paged<OwnerRecord> page = owners.page(after, LOGS_A_PAGE);
            page.items().forEach(owner -> place(subscriber, Logs.of(owner).name()));
            after = page.next();
        } while (after.isPresent());
    }

    /** Gives a subscriber its place in a log; one it has from a registration that broke off, or from before, it keeps. */
    private void place(SubscriberRecord subscriber, String name) {
        Job delivery = Job.deliver(subscriber.name(), name);
        for (Optional<Logs.Log> log = logs.find(name); log.isPresent(); log = logs.find(name)) {
            Instant now = clock.instant();
            if (progress.find(subscriber.name(), name).isPresent()) {
                due.ring(delivery, now);
                return;
            }
            LogHead head = log.get().head();
            ProgressRecord place = subscriber.snapshotFirst()
                    ? Snapshots.begin(head, now)
                    : ProgressRecord.at(head.epoch(), head.last(), now);
            Commit commit = records.begin();
            log.get().standing().accept(commit);
            progress.create(commit, subscriber.name(), name, place);
            due.put(commit, delivery, now);
            if (commit.run()) {
                return;
            }
        }
    }

    /** Ends a subscription: deliveries stop first, then the progress goes. */
    public void remove(String name) {
        subscribers.find(name).ifPresent(found -> {
            Commit commit = records.begin();
            subscribers.delete(commit, found);
            commit.run();
        });
        progress.forget(name);
        due.forgetAll(Job.deliveries(name));
    }
}
