package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.create;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Following pages to the end gives every record that stayed where it was exactly once. */
interface Paging extends StoreUnderTest {

    /** Pages of any size give every record once. */
    @Test
    default void anyPageSize_givesEveryRecordOnce() {
        SyncStore store = open();
        List<StoredRecord> records = groupsOfEqualAt();
        createAll(store, records);
        for (int limit = 1; limit <= records.size() + 1; limit++) {
            assertEquals(records, Pages.all(store, Scan.of(COLLECTION).limit(limit)), "pages of " + limit);
        }
        assertEquals(records, Pages.all(store, Scan.of(COLLECTION).limit(Integer.MAX_VALUE)));
    }

    /** Later pages keep to the range and the partition of the first. */
    @Test
    default void pages_stayWithinRangeAndPartition() {
        SyncStore store = open();
        List<StoredRecord> records = groupsOfEqualAt();
        createAll(store, records);
        Scan scan = Scan.of(COLLECTION)
                .in("b")
                .from(NOON)
                .before(NOON.plusSeconds(2))
                .withoutPayloads()
                .limit(1);
        List<String> expected = records.stream()
                .filter(record -> record.key().partition().equals("b"))
                .filter(record -> !record.at().isBefore(NOON) && record.at().isBefore(NOON.plusSeconds(2)))
                .map(record -> record.key().id())
                .toList();
        assertEquals(expected, Pages.ids(store, scan));
    }

    /** Deleting the last record of a page loses none of the next. */
    @Test
    default void lastRecordOfAPageDeleted_losesNothing() {
        SyncStore store = open();
        List<StoredRecord> records = sameInstant("record ", 9);
        createAll(store, records);
        RecordPage first = store.scan(Scan.of(COLLECTION).limit(3));
        StoredRecord last = first.records().get(first.records().size() - 1);
        commit(open(), delete(last.key(), last.version()));
        assertRest(store, first, records);
    }

    /** Deleting records already given loses none of those to come. */
    @Test
    default void recordsBeforeThePageDeleted_losesNothing() {
        SyncStore store = open();
        List<StoredRecord> records = sameInstant("record ", 9);
        createAll(store, records);
        RecordPage first = store.scan(Scan.of(COLLECTION).limit(3));
        SyncStore other = open();
        first.records().forEach(record -> commit(other, delete(record.key(), record.version())));
        assertRest(store, first, records);
    }

    /** Creating records before the page repeats none of those given. */
    @Test
    default void recordsCreatedBeforeThePage_repeatNothing() {
        SyncStore store = open();
        List<StoredRecord> records = sameInstant("record ", 9);
        createAll(store, records);
        RecordPage first = store.scan(Scan.of(COLLECTION).limit(3));
        createAll(open(), sameInstant("earlier ", 5));
        assertRest(store, first, records);
    }

    /** Records that move across the page leave all others given once. */
    @Test
    default void recordsThatMoveAcrossThePage_disturbNoOthers() {
        SyncStore store = open();
        List<StoredRecord> records = sameInstant("record ", 9);
        createAll(store, records);
        RecordPage first = store.scan(Scan.of(COLLECTION).limit(3));
        StoredRecord seen = first.records().get(0);
        StoredRecord unseen = records.get(8);
        commit(
                open(),
                replace(seen.version(), record(seen.key(), 50, NOON.plusSeconds(1))),
                replace(unseen.version(), record(unseen.key(), 51, NOON.minusSeconds(1))));
        List<String> rest = rest(store, first);
        assertEquals(
                ids(records.subList(first.records().size(), 8)),
                rest.stream()
                        .filter(id -> !id.equals(seen.key().id())
                                && !id.equals(unseen.key().id()))
                        .toList());
    }

    /** Whatever is written between two pages, records that did not move are given exactly once. */
    @Test
    default void writesBetweenAnyTwoPages_leaveTheUnmovedOnesExactlyOnce() {
        SyncStore store = open();
        SyncStore other = open();
        List<StoredRecord> unmoved = sameInstant("record ", 40);
        createAll(store, unmoved);
        AtomicInteger step = new AtomicInteger();
        List<StoredRecord> seen = Pages.all(store, Scan.of(COLLECTION).limit(3), () -> disturb(other, step));
        List<String> unmovedSeen = seen.stream()
                .map(record -> record.key().id())
                .filter(id -> id.startsWith("record "))
                .toList();
        assertEquals(ids(unmoved), unmovedSeen);
        assertTrue(step.get() >= 13, "the scan was over before it was disturbed");
    }

    /** A record replaced where it stands is given once. */
    @Test
    default void recordReplacedInPlace_isStillSeenOnce() {
        SyncStore store = open();
        List<StoredRecord> records = sameInstant("record ", 9);
        createAll(store, records);
        RecordPage first = store.scan(Scan.of(COLLECTION).limit(3));
        SyncStore other = open();
        records.forEach(record -> commit(other, replace(record.version(), record(record.key(), 60, record.at()))));
        assertRest(store, first, records);
    }

    /** Creates, deletes and moves records before, at and after whatever place the scan has reached. */
    private static void disturb(SyncStore store, AtomicInteger step) {
        int now = step.incrementAndGet();
        commit(
                store,
                create(record(key("a" + now), 1, NOON)),
                create(record(key("record 1x" + now), 1, NOON.minusNanos(1000))),
                create(record(key("z" + now), 1, NOON)));
        if (now > 1) {
            int past = now - 1;
            commit(store, delete(key("a" + past), 1), replace(1, record(key("z" + past), 2, NOON.minusSeconds(now))));
        }
    }

    private static void assertRest(SyncStore store, RecordPage first, List<StoredRecord> records) {
        assertEquals(
                ids(records.subList(first.records().size(), records.size())),
                rest(store, first),
                "what follows a page of " + first.records().size());
    }

    private static List<String> rest(SyncStore store, RecordPage first) {
        return Pages.ids(store, Scan.of(COLLECTION).limit(3).after(Pages.next(first)));
    }

    private static List<String> ids(List<StoredRecord> records) {
        return records.stream().map(record -> record.key().id()).toList();
    }

    private static List<StoredRecord> sameInstant(String prefix, int count) {
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(key(prefix + (10 + i)), NOON));
        }
        return records;
    }

    private static List<StoredRecord> groupsOfEqualAt() {
        List<StoredRecord> records = new ArrayList<>();
        for (int second = -1; second <= 2; second++) {
            for (String partition : List.of("a", "b")) {
                for (String id : List.of("x\0", "x\u00e9", "y")) {
                    records.add(record(key(partition, second + id), NOON.plusSeconds(second)));
                }
            }
        }
        return records;
    }
}
