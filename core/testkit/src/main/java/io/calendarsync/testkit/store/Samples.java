package io.calendarsync.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Records, writes and statements about a store, in the words the tests use. */
final class Samples {

    static final String COLLECTION = "contract";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static RecordKey key(String id) {
        return key("calendar", id);
    }

    static RecordKey key(String partition, String id) {
        return new RecordKey(COLLECTION, partition, id);
    }

    static StoredRecord record(RecordKey key, long version) {
        return record(key, version, NOON);
    }

    static StoredRecord record(RecordKey key, Instant at) {
        return record(key, 7, at);
    }

    static StoredRecord record(RecordKey key, long version, Instant at) {
        Instant until = StoredRecord.storable(at.plus(Duration.ofHours(1)));
        return new StoredRecord(key, version, at, until, "1:" + version, bytes("payload " + version));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Write create(StoredRecord record) {
        return new Write.Put(record, Expect.absent());
    }

    static Write replace(long expected, StoredRecord record) {
        return new Write.Put(record, Expect.version(expected));
    }

    static Write overwrite(StoredRecord record) {
        return new Write.Put(record, Expect.any());
    }

    static Write delete(RecordKey key, long expected) {
        return new Write.Delete(key, expected);
    }

    static Write check(RecordKey key, Expect expect) {
        return new Write.Check(key, expect);
    }

    /** Commits in the order of the keys, as the library does. */
    static CommitResult attempt(SyncStore store, Collection<Write> writes) {
        List<Write> batch = new ArrayList<>(writes);
        batch.sort(Comparator.comparing(Write::key));
        return store.commit(batch);
    }

    static CommitResult attempt(SyncStore store, Write... writes) {
        return attempt(store, Arrays.asList(writes));
    }

    static void commit(SyncStore store, Write... writes) {
        commit(store, Arrays.asList(writes));
    }

    static void commit(SyncStore store, Collection<Write> writes) {
        assertEquals(CommitResult.committed(), attempt(store, writes));
    }

    static void createAll(SyncStore store, Collection<StoredRecord> records) {
        commit(store, records.stream().map(Samples::create).toList());
    }

    static void createAll(SyncStore store, StoredRecord... records) {
        createAll(store, Arrays.asList(records));
    }

    /** Creates nine records of one instant and returns them in the order of a scan. */
    static List<StoredRecord> nine(SyncStore store) {
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            records.add(record(key("record " + i), NOON));
        }
        createAll(store, records);
        return records;
    }

    static void assertStale(CommitResult result, RecordKey... keys) {
        CommitResult.Stale stale = staleOf(result);
        assertTrue(
                Arrays.asList(keys).containsAll(stale.keys()),
                () -> "stale may name " + Arrays.toString(keys) + ", named " + stale.keys());
    }

    private static CommitResult.Stale staleOf(CommitResult result) {
        if (result instanceof CommitResult.Stale stale) {
            return stale;
        }
        throw new AssertionError("expected Stale, got " + result);
    }

    /** Reads these keys and expects exactly these records, by key. */
    static void assertReads(SyncStore store, Collection<RecordKey> keys, StoredRecord... expected) {
        assertSame(Arrays.asList(expected), store.read(keys).stream());
    }

    /** Expects the store to hold exactly these records in the tests' own collection, however it is asked. */
    static void assertHolds(SyncStore store, StoredRecord... expected) {
        assertSame(Arrays.asList(expected), Pages.all(store, Scan.of(COLLECTION)).stream());
        assertReads(store, Stream.of(expected).map(StoredRecord::key).toList(), expected);
    }

    private static void assertSame(List<StoredRecord> expected, Stream<StoredRecord> actual) {
        Comparator<StoredRecord> byKey = Comparator.comparing(StoredRecord::key);
        assertEquals(
                expected.stream().sorted(byKey).toList(), actual.sorted(byKey).toList());
    }
}
