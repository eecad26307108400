package io.calendarsync.testkit.fault;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store in front of a store, as one node sees it: the plan may throw before and after every call, so that a node can
 * crash on the way to the database, or after it and before the answer. Nodes that share a database each get one of these
 * in front of the same store. Thread-safe if the plan and the store behind are.
 *
 * @since 0.1
 */
public final class FaultyStore implements SyncStore {

    private final SyncStore store;
    private final StoreFaultPlan plan;
    private final Map<StoreCall.Kind, Long> calls = new EnumMap<>(StoreCall.Kind.class);
    private long number;

    /**
     * Creates one in front of that store.
     *
     * @param store does the work
     * @param plan decides which calls fail, and when
     */
    public FaultyStore(SyncStore store, StoreFaultPlan plan) {
        this.store = store;
        this.plan = plan;
    }

    @Override
    public StoreLimits limits() {
        return store.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        StoreCall call = new StoreCall.Read(count(StoreCall.Kind.READ), List.copyOf(keys));
        plan.before(call);
        List<StoredRecord> records = store.read(keys);
        plan.after(call);
        return records;
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        long commit = count(StoreCall.Kind.COMMIT);
        plan.before(new StoreCall.Commit(commit, batch, Optional.empty()));
        CommitResult result = store.commit(batch);
        plan.after(new StoreCall.Commit(commit, batch, Optional.of(result)));
        return result;
    }

    @Override
    public RecordPage scan(Scan scan) {
        StoreCall call = new StoreCall.ScanPage(count(StoreCall.Kind.SCAN), scan);
        plan.before(call);
        RecordPage page = store.scan(scan);
        plan.after(call);
        return page;
    }

    /** {@return how many calls of each kind were made, failed ones included} */
    public synchronized Map<StoreCall.Kind, Long> calls() {
        return Map.copyOf(calls);
    }

    /**
     * {@return how many calls of that kind were made, failed ones included}
     *
     * @param kind which method
     */
    public long calls(StoreCall.Kind kind) {
        return calls().getOrDefault(kind, 0L);
    }

    private synchronized long count(StoreCall.Kind kind) {
        calls.merge(kind, 1L, Long::sum);
        return ++number;
    }
}
