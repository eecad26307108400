package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * A durable subscriber.
 *
 * @param name its name
 * @param since when it was first registered
 * @param snapshotFirst whether it began with a snapshot
 * @param ready whether every log that existed then has its progress
 * @param seen when a node last had its handler
 */
public record SubscriberRecord(String name, Instant since, boolean snapshotFirst, boolean ready, Instant seen) {

    /** Returns it once every log has its progress. */
    public SubscriberRecord asReady() {
        return new SubscriberRecord(name, since, snapshotFirst, true, seen);
    }

    /** Returns it after a node had its handler. */
    public SubscriberRecord seenAt(Instant now) {
        return new SubscriberRecord(name, since, snapshotFirst, ready, now);
    }

    static SubscriberRecord read(byte[] payload) {
        Fields fields = Fields.of(payload);
        return new SubscriberRecord(
                fields.text("name"),
                fields.instant("since"),
                fields.flag("snapshotFirst"),
                fields.flag("ready"),
                fields.instant("seen"));
    }

    byte[] bytes() {
        return Fields.none()
                .put("name", name)
                .put("since", since)
                .put("snapshotFirst", snapshotFirst)
                .put("ready", ready)
                .put("seen", seen)
                .bytes();
    }
}
