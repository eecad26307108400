package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.bytes;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which records a scan returns. */
interface ScanRanges extends StoreUnderTest {

    /** The step between neighbouring instants. */
    Duration MICRO = Duration.ofNanos(1000);

    /** A record at {@code from} is in the range. */
    @Test
    default void from_isInclusive() {
        assertEquals(
                List.of("noon", "after"),
                Pages.ids(aroundNoon(), Scan.of(COLLECTION).from(NOON)));
    }

    /** A record at {@code before} is not in the range. */
    @Test
    default void before_isExclusive() {
        assertEquals(
                List.of("before"), Pages.ids(aroundNoon(), Scan.of(COLLECTION).before(NOON)));
    }

    /** A range of a microsecond holds one instant. */
    @Test
    default void range_ofOneMicrosecond_holdsOneInstant() {
        Scan scan = Scan.of(COLLECTION).from(NOON).before(NOON.plus(MICRO));
        assertEquals(List.of("noon"), Pages.ids(aroundNoon(), scan));
    }

    /** Bounds finer than a microsecond are not rounded the wrong way. */
    @Test
    default void bounds_betweenMicroseconds_areExact() {
        SyncStore store = aroundNoon();
        Instant justAfterNoon = NOON.plusNanos(1);
        assertEquals(List.of("after"), Pages.ids(store, Scan.of(COLLECTION).from(justAfterNoon)));
        assertEquals(
                List.of("before", "noon"), Pages.ids(store, Scan.of(COLLECTION).before(justAfterNoon)));
    }

    /** A range without length holds no record. */
    @Test
    default void emptyRange_holdsNothing() {
        SyncStore store = aroundNoon();
        assertEquals(List.of(), Pages.ids(store, Scan.of(COLLECTION).from(NOON).before(NOON)));
        assertEquals(
                List.of(),
                Pages.ids(store, Scan.of(COLLECTION).from(NOON.plus(MICRO)).before(NOON)));
    }

    /** Bounds beyond what a record can carry leave none out. */
    @Test
    default void bounds_beyondTheFirstAndLastInstant_leaveNothingOut() {
        SyncStore store = open();
        createAll(
                store,
                record(key("first"), StoredRecord.EARLIEST),
                record(key("noon"), NOON),
                record(key("last"), StoredRecord.LATEST));
        Duration wide = Duration.ofDays(400);
        assertEquals(List.of("first", "noon", "last"), Pages.ids(store, Scan.of(COLLECTION)));
        Scan wider = Scan.of(COLLECTION).from(StoredRecord.EARLIEST.minus(wide)).before(Scan.END_OF_TIME.plus(wide));
        assertEquals(List.of("first", "noon", "last"), Pages.ids(store, wider));
        assertEquals(List.of("last"), Pages.ids(store, wider.from(StoredRecord.LATEST)));
        assertEquals(List.of("first", "noon"), Pages.ids(store, wider.before(StoredRecord.LATEST)));
    }

    /** A scan of one partition gives no record of another. */
    @Test
    default void partition_narrowsTheScan() {
        SyncStore store = partitioned();
        assertEquals(List.of("one", "two"), Pages.ids(store, Scan.of(COLLECTION).in("calendar")));
        assertEquals(List.of("longer"), Pages.ids(store, Scan.of(COLLECTION).in("calendar 2")));
        assertEquals(List.of(), Pages.ids(store, Scan.of(COLLECTION).in("calend")));
    }

    /** The partition with the empty name is one like any other. */
    @Test
    default void emptyPartition_isAPartitionOfItsOwn() {
        assertEquals(
                List.of("none"), Pages.ids(partitioned(), Scan.of(COLLECTION).in("")));
    }

    /** A scan without a partition goes through all of them in one order. */
    @Test
    default void noPartition_scansAllOfThemInOneOrder() {
        assertEquals(List.of("one", "longer", "none", "two"), Pages.ids(partitioned(), Scan.of(COLLECTION)));
    }

    /** A scan gives no record of another collection. */
    @Test
    default void otherCollections_areNotScanned() {
        SyncStore store = open();
        createAll(
                store,
                record(new RecordKey(COLLECTION + "x", "calendar", "longer name"), 1),
                record(new RecordKey(COLLECTION.substring(1), "calendar", "shorter name"), 1),
                record(key("mine"), 1));
        assertEquals(List.of("mine"), Pages.ids(store, Scan.of(COLLECTION)));
        assertEquals(List.of("mine"), Pages.ids(store, Scan.of(COLLECTION).in("calendar")));
        assertEquals(List.of(), Pages.ids(store, Scan.of("never written")));
    }

    /** A scan without payloads gives all else of each record. */
    @Test
    default void scanWithoutPayloads_returnsEverythingElse() {
        SyncStore store = open();
        StoredRecord record =
                new StoredRecord(key("a"), Long.MAX_VALUE, NOON, NOON.plus(MICRO), "3:finger", bytes("payload"));
        createAll(store, record);
        StoredRecord bare = new StoredRecord(key("a"), Long.MAX_VALUE, NOON, NOON.plus(MICRO), "3:finger", new byte[0]);
        assertEquals(List.of(bare), Pages.all(store, Scan.of(COLLECTION).withoutPayloads()));
        assertEquals(
                List.of(bare),
                Pages.all(store, Scan.of(COLLECTION).in("calendar").withoutPayloads()));
        assertEquals(List.of(record), Pages.all(store, Scan.of(COLLECTION)));
    }

    /** A record whose {@code at} moved is found at its new place and not at its old one. */
    @Test
    default void recordWhoseAtMoved_isFoundAtItsNewPlaceOnly() {
        SyncStore store = aroundNoon();
        commit(store, replace(7, record(key("noon"), 8, NOON.plusSeconds(60))));
        assertEquals(List.of("before", "after", "noon"), Pages.ids(store, Scan.of(COLLECTION)));
        assertEquals(
                List.of("before", "after"), Pages.ids(store, Scan.of(COLLECTION).before(NOON.plusSeconds(60))));
        commit(store, replace(8, record(key("noon"), 9, NOON.minusSeconds(60))));
        assertEquals(
                List.of("noon", "before", "after"),
                Pages.ids(store, Scan.of(COLLECTION).in("calendar")));
    }

    private SyncStore aroundNoon() {
        SyncStore store = open();
        createAll(
                store,
                record(key("before"), NOON.minus(MICRO)),
                record(key("noon"), NOON),
                record(key("after"), NOON.plus(MICRO)));
        return store;
    }

    private SyncStore partitioned() {
        SyncStore store = open();
        createAll(
                store,
                record(key("calendar", "one"), NOON),
                record(key("calendar 2", "longer"), NOON.plusSeconds(1)),
                record(key("", "none"), NOON.plusSeconds(2)),
                record(key("calendar", "two"), NOON.plusSeconds(3)));
        return store;
    }
}
