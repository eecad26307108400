package io.calendarsync.benchmarks.google;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is written to a store. Thread-safe. */
final class CountingStore implements SyncStore {

    private final SyncStore store;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    CountingStore(SyncStore store) {
        this.store = store;
    }

    @Override
    public StoreLimits limits() {
        return store.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        return store.read(keys);
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        commits.incrementAndGet();
        for (Write write : batch) {
            bytes.addAndGet(write instanceof Write.Put put ? put.record().payload().length : 0);
        }
        return store.commit(batch);
    }

    @Override
    public RecordPage scan(Scan scan) {
        return store.scan(scan);
    }

    void reset() {
        commits.set(0);
        bytes.set(0);
    }

    long commits() {
        return commits.get();
    }

    /** Returns how many bytes the payloads had. */
    long bytes() {
        return bytes.get();
    }
}
