package io.calendarsync.engine.record;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import java.util.Optional;

/**
 * All that is kept for an owner besides connections and calendars. Nothing is removed any more once the erasure has ended
 * elsewhere: the same owner may have come back since. Thread-safe.
 */
public final class OwnerRemains {

    private final Records records;

    /** Creates it. */
    public OwnerRemains(Records records) {
        this.records = records;
    }

    /** Removes all there is; returns how many records went. */
    public int erase(OwnerRecords.Erasing erasing) {
        String ownerKey = erasing.ownerKey();
        Records fenced = records.fenced(Keyspace.ownerLife(ownerKey), erasing.version());
        int erased = fenced.removeAll(Scan.of(Keyspace.AUDIT).in(ownerKey));
        erased += erase(fenced, Keyspace.ownerHours(ownerKey)) + erase(fenced, Keyspace.owner(ownerKey));
        return erased + new LogRemains(fenced).erase(Keyspace.ownerLog(ownerKey));
    }

    private static int erase(Records fenced, RecordKey key) {
        Optional<StoredRecord> found = fenced.read(key);
        if (found.isEmpty()) {
            return 0;
        }
        Commit commit = fenced.begin();
        commit.delete(key, found.get().version());
        return commit.run() ? 1 : 0;
    }
}
