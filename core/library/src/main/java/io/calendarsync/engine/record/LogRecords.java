package io.calendarsync.engine.record;

import io.calendarsync.EventChange;
import io.calendarsync.LogPosition;
import io.calendarsync.SyncEvent;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the numbered entries of logs. Entries stand under their epoch and number and are read by number, so no clock has
 * a say in their order. Thread-safe.
 */
public final class LogRecords {

    private static final int MARGIN = 8 * 1024;

    private final Records records;
    private final SyncEventCodec codec;
    private final ChangeFit fit;

    /** Opens them. */
    public LogRecords(Records records, SyncEventCodec codec, PayloadFit fit) {
        this.records = records;
        this.codec = codec;
        this.fit = new ChangeFit(codec, fit);
    }

    /** Adds an entry under its position; the same commit carries the state that gave it its number. */
    public void append(Commit commit, SyncEvent event) {
        SyncEvent fitting = event instanceof EventChange change
                ? fit.fit(change, Math.max(ChangeFit.LEAST_BYTES, records.payloadLimit() - MARGIN))
                : event;
        commit.put(key(event.position()), codec.encode(fitting), Expect.absent());
    }

    /** Returns the entries from that number on, up to the first that is missing or the limit. */
    public List<SyncEvent> read(String log, String epoch, long from, int limit) {
        List<RecordKey> keys = new ArrayList<>(limit);
        for (long number = from; number < from + limit; number++) {
            keys.add(key(new LogPosition(log, epoch, number)));
        }
        Map<RecordKey, StoredRecord> found = records.read(keys);
        List<SyncEvent> events = new ArrayList<>(found.size());
        for (RecordKey key : keys) {
            StoredRecord record = found.get(key);
            if (record == null) {
                break;
            }
            events.add(codec.decode(record.payload()));
        }
        return events;
    }

    /** Removes the entries between two numbers, both included; missing ones are passed over. */
    public void purge(String log, String epoch, long from, long to) {
        List<RecordKey> keys = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            keys.add(key(new LogPosition(log, epoch, number)));
        }
        Commit commit = records.begin();
        for (StoredRecord record : records.read(keys).values()) {
            if (!commit.fits(1)) {
                commit.run();
                commit = records.begin();
            }
            commit.delete(record.key(), record.version());
        }
        commit.run();
    }

    byte[] plain(SyncEvent entry) {
        return codec.plain(entry);
    }

    private static RecordKey key(LogPosition position) {
        String digits = Long.toString(position.number());
        String number = "0".repeat(19 - digits.length()) + digits;
        return new RecordKey(Keyspace.LOG, position.log(), position.epoch() + "." + number);
    }
}
