package io.calendarsync.engine.record;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import java.util.Optional;

/** Keeps how far the lists of accounts' calendars have been read. Thread-safe. */
public final class CalendarListRecords {

    private final Records records;

    /** Opens them. */
    public CalendarListRecords(Records records) {
        this.records = records;
    }

    /** Returns that of a connection; absent for a feed, which has no list. */
    public Optional<Stored<CalendarListRecord>> find(ConnectionId id) {
        return records.read(key(id))
                .map(record -> new Stored<>(CalendarListRecord.read(record.payload()), record.version()));
    }

    /** Writes that of a connection from the beginning. */
    public void begin(Commit commit, ConnectionId id) {
        commit.put(key(id), CalendarListRecord.begin().bytes(), Expect.any());
    }

    /** Writes over the version that was read. */
    public void save(Commit commit, ConnectionId id, Stored<CalendarListRecord> read, CalendarListRecord next) {
        commit.put(key(id), next.bytes(), Expect.version(read.version()));
    }

    /** Removes that of a connection. */
    public void delete(Commit commit, ConnectionId id) {
        records.read(key(id)).ifPresent(record -> commit.delete(record.key(), record.version()));
    }

    private static RecordKey key(ConnectionId id) {
        return new RecordKey(Keyspace.CALENDAR_LIST, id.value(), "state");
    }
}
