package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.List;
import java.util.Optional;

/** Keeps who is subscribed, whichever node has the handler. Thread-safe. */
public final class SubscriberRecords {

    private static final String ALL = "all";

    private final Records records;

    /** Opens them. */
    public SubscriberRecords(Records records) {
        this.records = records;
    }

    /** Returns all subscribers. */
    public List<SubscriberRecord> all() {
        return records.all(Scan.of(Keyspace.SUBSCRIBER).in(ALL)).stream()
                .map(record -> SubscriberRecord.read(record.payload()))
                .toList();
    }

    /** Returns one subscriber. */
    public Optional<Stored<SubscriberRecord>> find(String name) {
        return records.read(key(name))
                .map(record -> new Stored<>(SubscriberRecord.read(record.payload()), record.version()));
    }

    /** Adds one that must not be there yet. */
    public void create(Commit commit, SubscriberRecord subscriber) {
        commit.put(key(subscriber.name()), subscriber.bytes(), Expect.absent());
    }

    /** Writes over the version that was read. */
    public void save(Commit commit, Stored<SubscriberRecord> read, SubscriberRecord next) {
        commit.put(key(next.name()), next.bytes(), Expect.version(read.version()));
    }

    /** Makes a commit depend on the subscriber being as it was read. */
    public void check(Commit commit, Stored<SubscriberRecord> read) {
        commit.check(key(read.value().name()), Expect.version(read.version()));
    }

    /** Removes the version that was read. */
    public void delete(Commit commit, Stored<SubscriberRecord> read) {
        commit.delete(key(read.value().name()), read.version());
    }

    private static RecordKey key(String name) {
        return new RecordKey(Keyspace.SUBSCRIBER, ALL, name);
    }
}
