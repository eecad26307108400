package io.calendarsync.engine.record;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Writes that happen together or not at all. A later write of the same key replaces an earlier one. Confined. */
public final class Commit {

    private final SyncStore store;
    private final LongSupplier versions;
    private final TreeMap<RecordKey, Write> writes = new TreeMap<>();

    Commit(SyncStore store, LongSupplier versions) {
        this.store = store;
        this.versions = versions;
    }

    /** Returns how many records it touches so far. */
    public int size() {
        return writes.size();
    }

    /** Returns whether that many more records fit. */
    public boolean fits(int more) {
        return writes.size() + more <= store.limits().recordsPerBatch();
    }

    /**
     * Makes it happen.
     *
     * @return whether it did; false means some expectation did not hold and nothing changed
     * @throws RuntimeException if it is unknown whether it did
     */
    public boolean run() {
        List<Write> batch = new ArrayList<>(writes.values());
        return store.commit(batch) instanceof CommitResult.Committed;
    }

    /** Returns another with the same writes. */
    Commit copy() {
        Commit copy = new Commit(store, versions);
        copy.writes.putAll(writes);
        return copy;
    }

    long put(RecordKey key, byte[] payload, Expect expect) {
        return put(key, StoredRecord.EARLIEST, StoredRecord.EARLIEST, "", payload, expect);
    }

    long put(RecordKey key, Instant at, byte[] payload, Expect expect) {
        return put(key, at, at, "", payload, expect);
    }

    long put(RecordKey key, Instant at, Instant until, String fingerprint, byte[] payload, Expect expect) {
        long version = versions.getAsLong();
        StoredRecord put = new StoredRecord(
                key, version, StoredRecord.storable(at), StoredRecord.storable(until), fingerprint, payload);
        writes.put(key, new Write.Put(put, expect));
        return version;
    }

    /** Puts a record that shares the version of another, so that who knows the one may delete both. */
    void put(RecordKey key, long version, Instant at, byte[] payload) {
        Instant storable = StoredRecord.storable(at);
        writes.put(key, new Write.Put(new StoredRecord(key, version, storable, storable, "", payload), Expect.any()));
    }

    void delete(RecordKey key, long version) {
        writes.put(key, new Write.Delete(key, version));
    }

    void check(RecordKey key, Expect expect) {
        writes.put(key, new Write.Check(key, expect));
    }
}
