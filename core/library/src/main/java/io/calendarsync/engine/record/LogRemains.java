package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Scan;
import java.util.HashSet;
import java.util.Set;

/** All that is kept for a log: its entries, who has read how far, and the jobs that tell of it. Thread-safe. */
final class LogRemains {

    private final Records records;
    private final DueRecords due;
    private final ProgressRecords progress;

    /** Removes them with commits that depend on what those records are fenced by. */
    LogRemains(Records fenced) {
        this.records = fenced;
        this.due = new DueRecords(fenced);
        this.progress = new ProgressRecords(fenced);
    }

    /** Removes all there is; returns how many records went, jobs not counted. */
    int erase(String log) {
        due.forget(Job.announce(log));
        // A subscriber may have been told of the log's growth before it has any progress in it, and without a handler
        // on any node nobody else would take its delivery away.
        Set<String> subscribers = new HashSet<>(progress.of(log).keySet());
        new SubscriberRecords(records).all().forEach(subscriber -> subscribers.add(subscriber.name()));
        subscribers.forEach(subscriber -> due.forget(Job.deliver(subscriber, log)));
        return records.removeAll(Scan.of(Keyspace.LOG).in(log)) + progress.erase(log);
    }
}
