package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.COLLECTION;
import static io.calendarsync.testkit.store.Samples.assertReads;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.Scan;
import io.calendarsync.spi.store.SyncStore;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Keys are compared by their bytes of UTF-8 and come back as they were given. */
interface ExactKeys extends StoreUnderTest {

    /** Names that some database, column type, collation or driver takes for one another. */
    List<String> LOOKALIKES = List.of(
            "a",
            "A",
            "a ",
            " a",
            "a\0",
            "a\0b",
            "a\n",
            "a\t",
            "\u00e1",
            "a\u0301",
            "\uff41",
            "ss",
            "\u00df",
            "\u1e9e",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "\ue000",
            "\uffee",
            "\ud83d\ude00",
            "\ud83d\ude01",
            "\u200b",
            "a\u200b",
            "\ufeffa",
            "%",
            "_",
            "\\",
            "\\\\",
            "'",
            "\"",
            "0",
            "00",
            "null",
            "NULL",
            "\u0001",
            "\u007f",
            "\0");

    /** Ids that differ in case, accents, spaces or normal form name different records. */
    @Test
    default void ids_thatLookAlike_areDifferent() {
        assertDifferent(name -> new RecordKey(COLLECTION, "calendar", name));
    }

    /** Partitions that look alike are told apart. */
    @Test
    default void partitions_thatLookAlike_areDifferent() {
        assertDifferent(name -> new RecordKey(COLLECTION, name, "event"));
    }

    /** Collections that look alike are told apart. */
    @Test
    default void collections_thatLookAlike_areDifferent() {
        assertDifferent(name -> new RecordKey(name, "calendar", "event"));
    }

    /** Keys whose parts join to the same text name different records. */
    @Test
    default void keys_whosePartsJoinToTheSameText_areDifferent() {
        List<RecordKey> keys = List.of(
                key("a", "b/c"),
                key("a/b", "c"),
                key("a:b", "c"),
                key("a", "b:c"),
                key("a\0b", "c"),
                key("a", "b\0c"),
                key("ab", "c"),
                key("a", "bc"),
                key("", "abc"),
                key("a|b", "c"),
                key("a", "b|c"),
                key("a,b", "c"),
                key("a", "b,c"),
                key("a b", "c"),
                key("a", "b c"),
                new RecordKey(COLLECTION + "/a", "b", "c"),
                new RecordKey(COLLECTION + "a", "b", "c"));
        assertDifferent(keys);
    }

    /** Keys of the greatest length come back as they were. */
    @Test
    default void keys_ofFullLength_areKept() {
        List<String> longest = List.of(
                "x".repeat(RecordKey.MAX_BYTES),
                "x".repeat(RecordKey.MAX_BYTES - 1) + "y",
                "\u20ac".repeat(RecordKey.MAX_BYTES / 3),
                "\ud83d\ude00".repeat(RecordKey.MAX_BYTES / 4));
        assertDifferent(
                longest.stream().map(name -> new RecordKey(name, name, name)).toList());
    }

    private void assertDifferent(Function<String, RecordKey> named) {
        assertDifferent(LOOKALIKES.stream().map(named).toList());
    }

    private void assertDifferent(List<RecordKey> keys) {
        SyncStore store = open();
        createAll(
                store, keys.stream().map(key -> record(key, version(keys, key))).toList());
        for (RecordKey key : keys) {
            assertReads(store, List.of(key), record(key, version(keys, key)));
            assertEquals(
                    keys.stream().filter(other -> sameScan(key, other)).sorted().toList(),
                    Pages.all(store, Scan.of(key.collection()).in(key.partition())).stream()
                            .map(found -> found.key())
                            .toList(),
                    () -> "scan of the partition of " + key);
        }
        for (int i = 0; i < keys.size(); i++) {
            commit(store, delete(keys.get(i), version(keys, keys.get(i))));
            assertEquals(keys.size() - i - 1, store.read(keys).size(), "deleting " + keys.get(i) + " hit another");
        }
    }

    private static long version(List<RecordKey> keys, RecordKey key) {
        return 1L + keys.indexOf(key);
    }

    private static boolean sameScan(RecordKey one, RecordKey other) {
        return one.collection().equals(other.collection()) && one.partition().equals(other.partition());
    }
}
