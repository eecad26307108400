package io.calendarsync.engine.record;

import io.calendarsync.spi.store.CipherException;
import io.calendarsync.spi.store.Expect;
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
    private final Consumer<Commit> fence;

    /**
     * Opens a store.
     *
     * @param versions gives random positive numbers, never one twice
     */
    public Records(SyncStore store, LongSupplier versions) {
        this(new HostStore(store), versions, commit -> {});
    }

    private Records(SyncStore store, LongSupplier versions, Consumer<Commit> fence) {
        this.store = store;
        this.versions = versions;
        this.fence = fence;
    }

    /** Returns the same store, whose commits only happen while a record has that version. */
    Records fenced(RecordKey key, long version) {
        return new Records(store, versions, commit -> commit.check(key, Expect.version(version)));
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
        Commit commit = new Commit(store, versions);
        fence.accept(commit);
        return commit;
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
        int staged = 0;
        Commit commit = begin();
        for (StoredRecord one : all(scan.withoutPayloads())) {
            if (!commit.fits(1)) {
                removed += commit.run() ? staged : 0;
                staged = 0;
                commit = begin();
            }
            commit.delete(one.key(), one.version());
            staged++;
        }
        return removed + (staged > 0 && commit.run() ? staged : 0);
    }
}
