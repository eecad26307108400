package io.calendarsync.engine.record;

import io.calendarsync.spi.store.Scan;
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
        Optional<Boolean> owner = fenced.read(Keyspace.owner(ownerKey)).map(record -> {
            Commit commit = fenced.begin();
            commit.delete(record.key(), record.version());
            return commit.run();
        });
        return erased + (owner.orElse(false) ? 1 : 0) + new LogRemains(fenced).erase(Keyspace.ownerLog(ownerKey));
    }
}
