package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.NOON;
import static io.calendarsync.testkit.store.Samples.assertHolds;
import static io.calendarsync.testkit.store.Samples.bytes;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.replace;

import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is carried comes back unchanged, by reads and by scans. */
interface ExactValues extends StoreUnderTest {

    /** Instants that some type, driver, calendar or epoch bends. */
    List<Instant> INSTANTS = List.of(
            StoredRecord.EARLIEST,
            Instant.parse("0001-01-01T00:00:00.000001Z"),
            Instant.parse("1582-10-10T12:00:00Z"),
            Instant.parse("1677-09-21T00:12:43Z"),
            Instant.parse("1883-11-18T17:00:00.123456Z"),
            Instant.parse("1900-02-28T23:59:59.999999Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("1970-01-01T00:00:00.000001Z"),
            Instant.parse("2016-12-31T23:59:59.999999Z"),
            Instant.parse("2026-03-29T01:30:00.100001Z"),
            Instant.parse("2026-10-25T00:30:00.000010Z"),
            Instant.parse("2038-01-19T03:14:08Z"),
            Instant.parse("2262-04-11T23:47:17Z"),
            StoredRecord.LATEST);

    /** Instants of the whole range come back to the microsecond. */
    @Test
    default void instants_fromYear1To9999_areKeptToTheMicrosecond() {
        List<StoredRecord> records = new ArrayList<>();
        for (int i = 0; i < INSTANTS.size(); i++) {
            Instant until = INSTANTS.get(INSTANTS.size() - 1 - i);
            records.add(new StoredRecord(key("at " + i), 1, INSTANTS.get(i), until, "", bytes("")));
        }
        assertKept(records);
    }

    /** Payloads of any bytes come back as they were. */
    @Test
    default void payloads_ofAnyBytes_areKept() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        assertKept(List.of(
                withPayload("empty", new byte[0]),
                withPayload("zero", new byte[1]),
                withPayload("every byte", everyByte),
                withPayload("like hex", bytes("\\x00")),
                withPayload("over 64 KB", patterned(65_537))));
    }

    /** A payload of the largest size comes back as it was. */
    @Test
    default void payload_ofFullSize_isKept() {
        assertKept(List.of(withPayload("full", patterned(open().limits().bytesPerPayload()))));
    }

    /** Fingerprints of any text come back as they were. */
    @Test
    default void fingerprints_ofAnyText_areKept() {
        List<StoredRecord> records = new ArrayList<>();
        List<String> texts = List.of(
                "", " ", "sha256:ab ", "\0", "a\0b", "\u00e1", "a\u0301", "\ud83d\ude00", "\ue000", "x".repeat(255));
        for (int i = 0; i < texts.size(); i++) {
            records.add(new StoredRecord(key("fingerprint " + i), 1, NOON, NOON, texts.get(i), bytes("")));
        }
        assertKept(records);
    }

    /** A put leaves nothing of the record it replaces. */
    @Test
    default void put_overARecord_replacesAllOfIt() {
        SyncStore store = open();
        StoredRecord old = new StoredRecord(key("a"), 1, NOON, NOON, "1:old", bytes("a longer payload"));
        createAll(store, old);
        StoredRecord changed =
                new StoredRecord(key("a"), 2, NOON.minusSeconds(1), NOON.plusNanos(1000), "", bytes("short"));
        commit(store, replace(1, changed));
        assertHolds(store, changed);
        StoredRecord again = new StoredRecord(key("a"), 3, NOON, StoredRecord.LATEST, "2:new", new byte[0]);
        commit(store, replace(2, again));
        assertHolds(store, again);
    }

    private void assertKept(List<StoredRecord> records) {
        SyncStore store = open();
        createAll(store, records);
        assertHolds(store, records.toArray(StoredRecord[]::new));
    }

    private static StoredRecord withPayload(String id, byte[] payload) {
        return new StoredRecord(key(id), 1, NOON, NOON, "", payload);
    }

    /** Bytes that neither compress well nor repeat on a power of two. */
    private static byte[] patterned(int size) {
        byte[] bytes = new byte[size];
        int state = 1;
        for (int i = 0; i < size; i++) {
            state = state * 1_103_515_245 + 12_345;
            bytes[i] = (byte) (state >>> 16);
        }
        return bytes;
    }
}
