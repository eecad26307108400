package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps how far each subscriber has been told of each log, and which of them are parked. Thread-safe. */
public final class ProgressRecords {

    private final Records records;

    /** Opens them. */
    public ProgressRecords(Records records) {
        this.records = records;
    }

    /** Returns a subscriber's progress in a log. */
    public Optional<Stored<ProgressRecord>> find(String subscriber, String log) {
        return records.read(key(subscriber, log))
                .map(record -> new Stored<>(ProgressRecord.read(record.payload()), record.version()));
    }

    /** Returns the progress of every subscriber that has any in a log, by name. */
    public Map<String, ProgressRecord> of(String log) {
        Map<String, ProgressRecord> found = new HashMap<>();
        records.each(
                Scan.of(Keyspace.PROGRESS).in(log),
                record -> found.put(record.key().id(), ProgressRecord.read(record.payload())));
        return found;
    }

    /** Writes the first progress. */
    public void create(Commit commit, String subscriber, String log, ProgressRecord progress) {
        commit.put(key(subscriber, log), progress.bytes(), Expect.absent());
    }

    /** Writes over the version that was read, and returns what is then stored. */
    public Stored<ProgressRecord> save(
            Commit commit, String subscriber, String log, Stored<ProgressRecord> read, ProgressRecord next) {
        if (next.parked() != read.value().parked()) {
            mark(commit, subscriber, log, next.parked());
        }
        long version = commit.put(key(subscriber, log), next.bytes(), Expect.version(read.version()));
        return new Stored<>(next, version);
    }

    private void mark(Commit commit, String subscriber, String log, boolean parked) {
        RecordKey key = new RecordKey(Keyspace.PARKED, subscriber, log);
        if (parked) {
            commit.put(key, Fields.none().bytes(), Expect.any());
        } else {
            records.read(key).ifPresent(record -> commit.delete(key, record.version()));
        }
    }

    /** Returns the logs in which a subscriber is parked. */
    public List<String> parked(String subscriber) {
        return records.all(Scan.of(Keyspace.PARKED).in(subscriber)).stream()
                .map(record -> record.key().id())
                .toList();
    }

    /** Forgets a subscriber's progress in every log. */
    public void forget(String subscriber) {
        records.each(Scan.of(Keyspace.PROGRESS).withoutPayloads(), record -> {
            if (record.key().id().equals(subscriber)) {
                Commit commit = records.begin();
                commit.delete(record.key(), record.version());
                commit.run();
            }
        });
        records.removeAll(Scan.of(Keyspace.PARKED).in(subscriber));
    }

    /** Forgets everybody's progress in a log. */
    public int erase(String log) {
        for (String subscriber : of(log).keySet()) {
            RecordKey key = new RecordKey(Keyspace.PARKED, subscriber, log);
            records.read(key).ifPresent(record -> {
                Commit commit = records.begin();
                commit.delete(key, record.version());
                commit.run();
            });
        }
        return records.removeAll(Scan.of(Keyspace.PROGRESS).in(log));
    }

    private static RecordKey key(String subscriber, String log) {
        return new RecordKey(Keyspace.PROGRESS, log, subscriber);
    }
}
