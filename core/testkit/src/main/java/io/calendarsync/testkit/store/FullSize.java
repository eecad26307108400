package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.assertHolds;
import static io.calendarsync.testkit.store.Samples.attempt;
import static io.calendarsync.testkit.store.Samples.check;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoreLimits;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store takes as much at once as it says. */
interface FullSize extends StoreUnderTest {

    /** The limits are no less than the least, and stay as they are. */
    @Test
    default void limits_areLargeEnoughAndConstant() {
        SyncStore store = open();
        StoreLimits limits = store.limits();
        assertTrue(limits.recordsPerBatch() >= StoreLimits.LEAST.recordsPerBatch());
        assertTrue(limits.bytesPerPayload() >= StoreLimits.LEAST.bytesPerPayload());
        createAll(store, record(key("a"), 1));
        assertEquals(limits, store.limits());
        assertEquals(limits, open().limits());
    }

    /** Batches of the largest size create, replace, check and delete. */
    @Test
    default void fullBatches_createReplaceCheckAndDelete() {
        SyncStore store = open();
        List<RecordKey> keys = new ArrayList<>();
        for (int i = 0; i < store.limits().recordsPerBatch(); i++) {
            keys.add(key("partition " + i % 3, "%06d".formatted(i)));
        }
        createAll(store, versions(keys, 1));
        assertHolds(store, versions(keys, 1).toArray(StoredRecord[]::new));
        commit(
                store,
                versions(keys, 2).stream().map(record -> replace(1, record)).toList());
        assertHolds(store, versions(keys, 2).toArray(StoredRecord[]::new));
        commit(store, keys.stream().map(key -> check(key, Expect.version(2))).toList());
        attempt(store, keys.stream().map(key -> delete(key, 1)).toList());
        assertEquals(keys.size(), Pages.all(store, Scan.of(COLLECTION)).size());
        commit(store, keys.stream().map(key -> delete(key, 2)).toList());
        assertHolds(store);
    }

    /** One batch takes several payloads of the largest size. */
    @Test
    default void severalFullPayloads_goIntoOneBatch() {
        SyncStore store = open();
        byte[] payload = new byte[store.limits().bytesPerPayload()];
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            records.add(new StoredRecord(key("full " + i), 1, NOON, NOON, "", payload));
        }
        createAll(store, records);
        assertHolds(store, records.toArray(StoredRecord[]::new));
    }

    private static List<StoredRecord> versions(List<RecordKey> keys, long version) {
        return keys.stream().map(key -> record(key, version)).toList();
    }
}
