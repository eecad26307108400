package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.create;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.nine;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.RecordPage;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each page is a scan of its own: it sees every commit that returned before it was asked for. */
interface FreshPages extends StoreUnderTest {

    /** The scan of these tests: nine records in three pages. */
    Scan A_PAGE_OF_THREE = Scan.of(COLLECTION).limit(3);

    /** A record replaced after a page was read comes on a later one with its new version and payload. */
    @Test
    default void replacedAfterThePage_comesOnTheNextAsItIsNow() {
        SyncStore store = open();
        List<StoredRecord> records = new ArrayList<>(nine(store));
        RecordPage first = store.scan(A_PAGE_OF_THREE);
        SyncStore other = open();
        for (int i : new int[] {3, 5, 8}) {
            StoredRecord before = records.get(i);
            records.set(i, record(before.key(), 60 + i, NOON));
            commit(other, replace(before.version(), records.get(i)));
        }
        assertEquals(
                records.subList(first.records().size(), 9), rest(store, first), "what follows, some of it replaced");
    }

    /** A record deleted after a page was read comes on no later one. */
    @Test
    default void deletedAfterThePage_doesNotComeOnTheNext() {
        SyncStore store = open();
        List<StoredRecord> records = new ArrayList<>(nine(store));
        RecordPage first = store.scan(A_PAGE_OF_THREE);
        SyncStore other = open();
        for (int i : new int[] {8, 5, 3}) {
            StoredRecord gone = records.remove(i);
            commit(other, delete(gone.key(), gone.version()));
        }
        assertEquals(
                records.subList(first.records().size(), 6), rest(store, first), "what follows, some of it deleted");
    }

    /** A record created after a page was read comes on a later one where its place is still ahead. */
    @Test
    default void createdAheadOfThePage_comesOnTheNext() {
        SyncStore store = open();
        List<StoredRecord> records = new ArrayList<>(nine(store));
        RecordPage first = store.scan(A_PAGE_OF_THREE);
        StoredRecord between = record(key("record 5 and a half"), NOON);
        StoredRecord last = record(key("the last"), NOON.plusSeconds(1));
        commit(open(), create(between), create(last));
        records.add(6, between);
        records.add(last);
        assertEquals(records.subList(first.records().size(), 11), rest(store, first), "what follows, some of it new");
    }

    private static List<StoredRecord> rest(SyncStore store, RecordPage first) {
        return Pages.all(store, A_PAGE_OF_THREE.after(Pages.next(first)));
    }
}
