package io.calendarsync.engine.log;

import io.calendarsync.engine.record.DueRecords;
import io.calendarsync.engine.record.Job;
import io.calendarsync.engine.record.SubscriberRecord;
import io.calendarsync.engine.record.SubscriberRecords;
import java.time.InstantSource;

/**
 * Makes the delivery of a log due for every subscriber there is, whether this node has its handler or not. The commit
 * that made the log grow need not know the subscribers. Thread-safe.
 */
public final class Announcer {

    private final SubscriberRecords subscribers;
    private final DueRecords due;
    private final InstantSource clock;

    /** Creates it. */
    public Announcer(SubscriberRecords subscribers, DueRecords due, InstantSource clock) {
        this.subscribers = subscribers;
        this.due = due;
        this.clock = clock;
    }

    /** Announces that a log has grown. */
    public void announce(String log) {
        for (SubscriberRecord subscriber : subscribers.all()) {
            due.ring(Job.deliver(subscriber.name(), log), clock.instant());
        }
    }
}
