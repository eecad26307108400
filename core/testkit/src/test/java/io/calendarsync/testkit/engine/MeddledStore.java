package io.calendarsync.testkit.engine;

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

/** A store in which somebody else does something right after events were scanned. Confined to one thread. */
final class MeddledStore implements SyncStore {

    private static final String EVENTS = "event";

    private final SyncStore store;
    private Runnable meddling = () -> {};
    private boolean again;
    private long scanned;

    MeddledStore(SyncStore store) {
        this.store = store;
    }

    void afterNextScan(Runnable other) {
        meddling = other;
        again = false;
    }

    void afterEachScan(Runnable other) {
        meddling = other;
        again = true;
    }

    /** Returns how many records scans have shown so far. */
    long scanned() {
        return scanned;
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
        return store.commit(batch);
    }

    @Override
    public RecordPage scan(Scan scan) {
        RecordPage page = store.scan(scan);
        scanned += page.records().size();
        Runnable other = meddling;
        if (scan.collection().equals(EVENTS)) {
            // Away while it runs: what it does scans as well.
            meddling = () -> {};
            other.run();
            meddling = again ? other : meddling;
        }
        return page;
    }
}
