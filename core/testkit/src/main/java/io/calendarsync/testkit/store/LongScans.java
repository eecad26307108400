package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scans over thousands of records, in each shape in which the library asks for them: it takes what such a scan leaves
 * out for deleted.
 */
interface LongScans extends StoreUnderTest {

    /** The partition most of the records are in. */
    String LARGE = "large";

    /** Where ranges begin: records of one instant before it, of others from it on. */
    Instant EARLY = NOON.plusSeconds(1);

    /** Where ranges end. */
    Instant LATE = NOON.plusSeconds(6);

    /** The sweep of a calendar: one partition in large pages, without payloads. */
    @Test
    default void onePartitionWithoutPayloads_ofThousands_givesEveryRecordOnce() {
        Scan partition = Scan.of(COLLECTION).in(LARGE).withoutPayloads();
        assertComplete(
                List.of(partition.limit(1000), partition, partition.before(LATE).limit(1000), partition.before(LATE)));
    }

    /** What a calendar holds: one partition with payloads. */
    @Test
    default void onePartitionWithPayloads_ofThousands_givesEveryRecordOnce() {
        Scan partition = Scan.of(COLLECTION).in(LARGE);
        assertComplete(List.of(
                partition.limit(1000),
                partition,
                partition.from(EARLY).before(LATE).limit(1000)));
    }

    /** What all partitions hold, with payloads and without. */
    @Test
    default void allPartitions_ofThousands_giveEveryRecordOnce() {
        Scan all = Scan.of(COLLECTION);
        assertComplete(List.of(all.limit(1000), all, all.withoutPayloads().limit(1000), all.withoutPayloads()));
    }

    /** A queue: all partitions from an instant on, or up to one, in pages of any size. */
    @Test
    default void rangesOfAllPartitions_ofThousands_giveEveryRecordOnce() {
        Scan all = Scan.of(COLLECTION);
        assertComplete(List.of(
                all.before(LATE).limit(64).withoutPayloads(),
                all.before(LATE).limit(1000).withoutPayloads(),
                all.from(EARLY).limit(64),
                all.from(EARLY).limit(1000)));
    }

    private void assertComplete(List<Scan> scans) {
        SyncStore store = open();
        List<StoredRecord> records = thousands(store);
        for (Scan scan : scans) {
            assertIterableEquals(
                    records.stream()
                            .filter(record -> ModelStore.matches(scan, record))
                            .map(record -> scan.payloads() ? record : ModelStore.withoutPayload(record))
                            .toList(),
                    Pages.all(store, scan),
                    () -> "everything that " + scan + " asks for, in order and once");
        }
    }

    /** Creates 3,000 records, 400 to an instant, every tenth in another partition; returns them in the order of scans. */
    private static List<StoredRecord> thousands(SyncStore store) {
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String partition = i % 10 == 9 ? "small" : LARGE;
            records.add(record(key(partition, "%04d".formatted(i)), NOON.plusSeconds(i / 400)));
        }
        int most = store.limits().recordsPerBatch();
        for (int from = 0; from < records.size(); from += most) {
            createAll(store, records.subList(from, Math.min(from + most, records.size())));
        }
        return ModelStore.inOrder(records);
    }
}
