package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps watches, and which channel belongs to which. Thread-safe. */
public final class WatchRecords {

    private static final int LONGEST_CHANNEL = 80;
    private static final Set<String> NONE = Set.of();

    private final Records records;

    /** Opens them. */
    public WatchRecords(Records records) {
        this.records = records;
    }

    /** Returns the watch of a target; absent where there never was one. */
    public Optional<Stored<WatchRecord>> find(WatchTarget target) {
        return records.read(key(target)).map(WatchRecords::stored);
    }

    /** Returns the watch a channel belongs to, whatever it says of itself. */
    public Optional<Stored<WatchRecord>> byChannel(String provider, String channel) {
        if (channel.isEmpty() || channel.length() > LONGEST_CHANNEL) {
            return Optional.empty();
        }
        return records.read(index(provider, channel))
                .map(record -> Fields.of(record.payload()).text("target"))
                .flatMap(target -> find(new WatchTarget(target)));
    }

    /** Returns the watches of a connection. */
    public List<Stored<WatchRecord>> of(ConnectionId connection) {
        return records.all(Scan.of(Keyspace.WATCH).in(connection.value())).stream()
                .map(WatchRecords::stored)
                .toList();
    }

    /** Returns a page of all watches there are. */
    public Paged<WatchRecord> page(Optional<String> after, int limit) {
        Scan scan = Scan.of(Keyspace.WATCH).limit(limit);
        RecordPage page = records.scan(after.map(scan::after).orElse(scan));
        return new Paged<>(
                page.records().stream()
                        .map(record -> WatchRecord.read(record.payload()))
                        .toList(),
                page.next());
    }

    /** Adds a watch that must not be there yet. */
    public void create(Commit commit, WatchRecord watch) {
        commit.put(key(watch.target()), watch.bytes(), Expect.absent());
        index(commit, watch, NONE);
    }

    /** Writes over the version that was read, and keeps the index of channels in step. */
    public void save(Commit commit, Stored<WatchRecord> read, WatchRecord next) {
        commit.put(key(next.target()), next.bytes(), Expect.version(read.version()));
        index(commit, next, ids(read.value()));
    }

    private void index(Commit commit, WatchRecord next, Set<String> before) {
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(ids(next));
        String provider = next.provider().value();
        gone.forEach(channel -> records.read(index(provider, channel))
                .ifPresent(record -> commit.delete(record.key(), record.version())));
        ids(next).stream()
                .filter(channel -> !before.contains(channel))
                .forEach(channel -> commit.put(
                        index(provider, channel),
                        Fields.none().put("target", next.target().value()).bytes(),
                        Expect.absent()));
    }

    /** Forgets a watch and its channels; returns how many records went. */
    public int erase(WatchTarget target) {
        Optional<Stored<WatchRecord>> read = find(target);
        if (read.isEmpty()) {
            return 0;
        }
        Commit commit = records.begin();
        delete(commit, read.get());
        int size = commit.size();
        return commit.run() ? size : 0;
    }

    /** Removes the version that was read, and its channels. */
    public void delete(Commit commit, Stored<WatchRecord> read) {
        commit.delete(key(read.value().target()), read.version());
        index(commit, read.value().channels(List.of()), ids(read.value()));
    }

    private static Set<String> ids(WatchRecord watch) {
        return watch.channels().stream().map(ChannelRecord::id).collect(Collectors.toSet());
    }

    private static Stored<WatchRecord> stored(StoredRecord record) {
        return new Stored<>(WatchRecord.read(record.payload()), record.version());
    }

    private static RecordKey key(WatchTarget target) {
        return new RecordKey(Keyspace.WATCH, target.connection().value(), target.value());
    }

    private static RecordKey index(String provider, String channel) {
        return new RecordKey(Keyspace.CHANNEL, provider, channel);
    }
}
