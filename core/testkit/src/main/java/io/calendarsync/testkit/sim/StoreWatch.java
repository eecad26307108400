package io.calendarsync.testkit.sim;

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

/** The store all nodes share, with a judge at every commit that happens. Confined. */
record StoreWatch(SyncStore store, Mirror mirror, CommitJudge judge) implements SyncStore {

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
        CommitResult result = store.commit(batch);
        if (result instanceof CommitResult.Committed) {
            judge.judge(batch);
            mirror.apply(batch);
        }
        return result;
    }

    @Override
    public RecordPage scan(Scan scan) {
        return store.scan(scan);
    }
}
