package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.nine;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page token is its text: any node may use it, as often as it likes, whenever it likes. */
interface PageTokens extends StoreUnderTest {

    /** The scan of these tests: nine records in three pages. */
    Scan PAGES_OF_THREE = Scan.of(COLLECTION).limit(3);

    /** Another node goes on where the one that read the page stopped. */
    @Test
    default void token_inAnotherStore_goesOnAfterThePage() {
        List<StoredRecord> records = nine(open());
        List<StoredRecord> seen = Pages.all(this::open, PAGES_OF_THREE, () -> {});
        assertEquals(records, seen, "each page read by another node");
    }

    /** A page may be asked for again, also after the end was reached. */
    @Test
    default void token_usedAgain_goesOnAfterThePageAgain() {
        SyncStore store = open();
        List<StoredRecord> records = nine(store);
        RecordPage first = store.scan(PAGES_OF_THREE);
        List<StoredRecord> rest = records.subList(first.records().size(), 9);
        Scan second = PAGES_OF_THREE.after(Pages.next(first));
        for (String time : List.of("the first time", "the second time", "the third time")) {
            assertEquals(rest, Pages.all(store, second), time);
        }
    }

    /** A token is good after many other scans and after what stood before it has gone. */
    @Test
    default void token_usedMuchLater_goesOnAfterThePage() {
        SyncStore store = open();
        List<StoredRecord> records = nine(store);
        RecordPage first = store.scan(PAGES_OF_THREE);
        List<StoredRecord> rest = records.subList(first.records().size(), 9);
        Scan second = PAGES_OF_THREE.after(Pages.next(first));
        for (int scans = 0; scans < 200; scans++) {
            Pages.all(store, PAGES_OF_THREE.limit(1 + scans % 4));
        }
        assertEquals(rest, Pages.all(store, second), "after 200 other scans");
        first.records().forEach(record -> commit(store, delete(record.key(), record.version())));
        assertEquals(rest, Pages.all(store, second), "after the page before was deleted");
    }

    /** The next page may be larger or smaller than the one before. */
    @Test
    default void token_withAnotherPageSize_goesOnAfterThePage() {
        SyncStore store = open();
        List<StoredRecord> records = nine(store);
        RecordPage first = store.scan(PAGES_OF_THREE);
        List<StoredRecord> rest = records.subList(first.records().size(), 9);
        Scan second = PAGES_OF_THREE.after(Pages.next(first));
        for (int limit = 1; limit <= 7; limit++) {
            assertEquals(rest, Pages.all(store, second.limit(limit)), "pages of " + limit + " after one of 3");
        }
    }
}
