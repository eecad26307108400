package io.calendarsync.spi.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in the heap: for tests, simulations and hosts that can fetch all calendars again after a restart.
 *
 * <p>Fast for any number of records: {@link #read} is a hash lookup, {@link #scan} walks a range of a sorted tree and
 * {@link #commit} takes time in proportion to the batch. The instance is the database: nodes of a simulation share it.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class InMemorySyncStore implements SyncStore {

    private static final StoreLimits ROOMY = new StoreLimits(1000, 1024 * 1024);

    private final StoreLimits limits;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<RecordKey, StoredRecord> records = new HashMap<>();
    private final ScanIndex index = new ScanIndex();

    /** Creates an empty store that takes 1,000 records in a batch and 1 MiB in a payload. */
    public InMemorySyncStore() {
        this(ROOMY);
    }

    /**
     * Creates an empty store with those limits.
     *
     * @param limits what it takes at once, at least {@link StoreLimits#LEAST}
     */
    public InMemorySyncStore(StoreLimits limits) {
        this.limits = limits;
    }

    @Override
    public StoreLimits limits() {
        return limits;
    }

    @Override
    public List<StoredRecord> read(Collection<RecordKey> keys) {
        limits.requireReadable(keys);
        List<StoredRecord> found = new ArrayList<>(keys.size());
        lock.readLock().lock();
        try {
            for (RecordKey key : new HashSet<>(keys)) {
                StoredRecord record = records.get(key);
                if (record != null) {
                    found.add(record);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        return found;
    }

    @Override
    public CommitResult commit(List<Write> batch) {
        limits.requireCommittable(batch);
        lock.writeLock().lock();
        try {
            Set<RecordKey> stale = stale(batch);
            if (!stale.isEmpty()) {
                return CommitResult.stale(stale);
            }
            batch.forEach(this::apply);
            return CommitResult.committed();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public RecordPage scan(Scan scan) {
        lock.readLock().lock();
        try {
            return index.page(scan);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Set<RecordKey> stale(List<Write> batch) {
        Set<RecordKey> stale = new LinkedHashSet<>();
        for (Write write : batch) {
            if (!write.expect().holds(version(records.get(write.key())))) {
                stale.add(write.key());
            }
        }
        return stale;
    }

    private static OptionalLong version(@Nullable StoredRecord record) {
        return record == null ? OptionalLong.empty() : OptionalLong.of(record.version());
    }

    private void apply(Write write) {
        if (write instanceof Write.Put put) {
            replace(records.put(put.key(), put.record()), put.record());
        } else if (write instanceof Write.Delete delete) {
            StoredRecord gone = records.remove(delete.key());
            if (gone != null) {
                index.remove(gone);
            }
        }
    }

    private void replace(@Nullable StoredRecord old, StoredRecord record) {
        if (old != null && !old.at().equals(record.at())) {
            index.remove(old);
        }
        index.put(record);
    }
}
