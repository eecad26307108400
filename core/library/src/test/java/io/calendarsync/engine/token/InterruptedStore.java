package io.calendarsync.engine.token;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.List;

/** A store that fails before or after a commit, and lets others in between. Confined. */
final class InterruptedStore implements SyncStore {

    private final SyncStore store;
    private int failBefore;
    private int failAfter;
    private Runnable after = () -> {};

    InterruptedStore(SyncStore store) {
        this.store = store;
    }

    void failBeforeNextCommit() {
        failBefore = 1;
    }

    void failCommits(int times) {
        failBefore = times;
    }

    void failAfterNextCommit() {
        failAfter = 1;
    }

    /** Sets what happens once, when a commit has happened and whoever made it has not gone on. */
    void afterNextCommit(Runnable action) {
        after = action;
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        if (failBefore > 0) {
            failBefore--;
            throw new StoreException("the connection is lost");
        }
        CommitResult result = store.commit(batch);
        if (failAfter > 0) {
            failAfter--;
            throw new StoreException("the answer is lost");
        }
        Runnable then = after;
        after = () -> {};
        then.run();
        return result;
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
    public RecordPage scan(Scan scan) {
        return store.scan(scan);
    }
}
