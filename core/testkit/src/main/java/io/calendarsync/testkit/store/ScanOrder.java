package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scans come in the order of {@code at}, then the bytes of the partition, then the bytes of the id. */
interface ScanOrder extends StoreUnderTest {

    /** Records come in the order of {@code at}. */
    @Test
    default void records_comeInTheOrderOfAt() {
        List<Instant> instants = ExactValues.INSTANTS;
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < instants.size(); i++) {
            records.add(record(key("partition " + (9 - i % 10), "id " + (99 - i)), instants.get(i)));
        }
        assertScannedAs(records);
    }

    /** Records of one instant come in the order of partition, then id. */
    @Test
    default void recordsOfOneInstant_comeInTheOrderOfPartitionThenId() {
        assertScannedAs(List.of(
                record(key("", "z"), NOON),
                record(key("a", "b"), NOON),
                record(key("a", "c"), NOON),
                record(key("a ", "a"), NOON),
                record(key("b", "a"), NOON)));
    }

    /** Ids are ordered by their bytes, not by a language. */
    @Test
    default void ids_areOrderedByTheirBytes() {
        List<StoredRecord> records = new ArrayList<>();
        for (String name : ExactKeys.LOOKALIKES) {
            records.add(record(key(name), NOON));
        }
        records.sort((one, other) -> one.key().compareTo(other.key()));
        assertScannedAs(records);
    }

    /** Partitions are ordered by their bytes, not by a language. */
    @Test
    default void partitions_areOrderedByTheirBytes() {
        List<StoredRecord> records = new ArrayList<>();
        for (String name : ExactKeys.LOOKALIKES) {
            records.add(record(key(name, "event"), NOON));
        }
        records.sort((one, other) -> one.key().compareTo(other.key()));
        assertScannedAs(records);
    }

    private void assertScannedAs(List<StoredRecord> inOrder) {
        SyncStore store = open();
        createAll(store, inOrder);
        assertEquals(inOrder, Pages.all(store, Scan.of(COLLECTION)));
        assertEquals(inOrder, Pages.all(store, Scan.of(COLLECTION).limit(2)));
    }
}
