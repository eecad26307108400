package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** A store that keeps all rules, to be overridden where one of them is broken. */
class BrokenStore implements SyncStore {

    final SyncStore inner;

    BrokenStore(SyncStore inner) {
        this.inner = inner;
    }

    @Override
    public StoreLimits limits() {
        return inner.limits();
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        return inner.read(keys);
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        return inner.commit(batch);
    }

    @Override
    public RecordPage scan(Scan scan) {
        return inner.scan(scan);
    }

    OptionalLong version(RecordKey key) {
        return inner.read(List.of(key)).stream()
                .mapToLong(StoredRecord::version)
                .findFirst();
    }

    boolean holds(Write write) {
        return write.expect().holds(version(write.key()));
    }

    static List<Write> sorted(Collection<Write> batch) {
        return batch.stream().sorted(Comparator.comparing(Write::key)).toList();
    }

    /** Lets another thread get in between, as the way to a database would. */
    static void pause() {
        LockSupport.parkNanos(200_000);
    }
}
