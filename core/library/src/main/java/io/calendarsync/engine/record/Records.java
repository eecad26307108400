package io.calendarsync.engine.record;

import io.calendarsync.spi.store.CipherException;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The store as the engine uses it: reads and scans of any size, and commits. Thread-safe. */
public final class Records {

    private final SyncStore store;
    private final LongSupplier versions;

    /**
     * Opens a store.
     *
     * @param versions gives random positive numbers, never one twice
     */
    public Records(SyncStore store, LongSupplier versions) {
        this.store = new DeclaredFaults(store);
        this.versions = versions;
    }

    /** Returns whether a fault is the store's, or of what it holds, rather than a provider's. */
    public static boolean isOfStore(RuntimeException fault) {
        return fault instanceof StoreException
                || fault instanceof CipherException
                || fault instanceof NewerPayload
                || fault instanceof UnreadablePayload;
    }

    /** Returns an empty commit. */
    public Commit begin() {
        return new Commit(store, versions);
    }

    /** Returns the most bytes a payload may have. */
    public int payloadLimit() {
        return store.limits().bytesPerPayload();
    }

    /** Returns a random positive number, never one twice. */
    public long fresh() {
        return versions.getAsLong();
    }

    Optional<StoredRecord> read(RecordKey key) {
        return store.read(List.of(key)).stream().findFirst();
    }

    Map<RecordKey, StoredRecord> read(Collection<RecordKey> keys) {
        Map<RecordKey, StoredRecord> found = new HashMap<>(keys.size() * 2);
        List<RecordKey> left = new ArrayList<>(keys);
        int most = store.limits().recordsPerBatch();
        for (int from = 0; from < left.size(); from += most) {
            List<RecordKey> part = left.subList(from, Math.min(left.size(), from + most));
            store.read(part).forEach(one -> found.put(one.key(), one));
        }
        return found;
    }

    RecordPage scan(Scan scan) {
        return store.scan(scan);
    }

    void each(Scan scan, Consumer<StoredRecord> action) {
        Optional<String> after = Optional.empty();
        do {
            RecordPage page = store.scan(after.map(scan::after).orElse(scan));
            page.records().forEach(action);
            after = page.next();
        } while (after.isPresent());
    }

    List<StoredRecord> all(Scan scan) {
        List<StoredRecord> found = new ArrayList<>();
        each(scan, found::add);
        return found;
    }

    /** Removes what a scan finds, in as many commits as it takes; what changes meanwhile stays for the next pass. */
    int removeAll(Scan scan) {
        int removed = 0;
        Commit commit = begin();
        for (StoredRecord one : all(scan.withoutPayloads())) {
            if (!commit.fits(1)) {
                removed += runIfAny(commit);
                commit = begin();
            }
            commit.delete(one.key(), one.version());
        }
        return removed + runIfAny(commit);
    }

    private static int runIfAny(Commit commit) {
        return commit.size() > 0 && commit.run() ? commit.size() : 0;
    }
}
