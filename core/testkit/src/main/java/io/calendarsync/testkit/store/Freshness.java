package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.assertHolds;
import static io.calendarsync.testkit.store.Samples.assertReads;
import static io.calendarsync.testkit.store.Samples.assertStale;
import static io.calendarsync.testkit.store.Samples.attempt;
import static io.calendarsync.testkit.store.Samples.check;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.create;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.SyncStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one node committed, every other node sees at once: no caches, no lagging replicas. */
interface Freshness extends StoreUnderTest {

    /** What one store replaced, another over the same data sees at once. */
    @Test
    default void replacedInOneStore_isSeenByTheOther() {
        SyncStore here = open();
        SyncStore there = open();
        createAll(here, record(key("a"), 1));
        assertHolds(there, record(key("a"), 1));
        commit(here, replace(1, record(key("a"), 2)));
        assertHolds(there, record(key("a"), 2));
    }

    /** What one store created or deleted, another over the same data sees at once. */
    @Test
    default void createdAndDeletedInOneStore_isSeenByTheOther() {
        SyncStore here = open();
        SyncStore there = open();
        assertReads(there, List.of(key("a")));
        createAll(here, record(key("a"), 1));
        assertReads(there, List.of(key("a")), record(key("a"), 1));
        commit(here, delete(key("a"), 1));
        assertReads(there, List.of(key("a")));
        assertHolds(there);
    }

    /** An expectation that another store outdated is stale. */
    @Test
    default void expectationOutdatedByTheOtherStore_isStale() {
        SyncStore here = open();
        SyncStore there = open();
        createAll(here, record(key("a"), 1), record(key("b"), 1));
        assertHolds(there, record(key("a"), 1), record(key("b"), 1));
        commit(here, replace(1, record(key("a"), 2)), delete(key("b"), 1));
        assertStale(attempt(there, replace(1, record(key("a"), 3))), key("a"));
        assertStale(attempt(there, check(key("b"), Expect.version(1)), create(record(key("c"), 3))), key("b"));
        assertHolds(there, record(key("a"), 2));
    }

    /** A read of no keys gives nothing. */
    @Test
    default void read_ofNoKeys_isEmpty() {
        assertEquals(List.of(), open().read(List.of()));
    }

    /** A read leaves out absent keys and gives a repeated one once. */
    @Test
    default void read_ofAbsentAndRepeatedKeys_givesEachRecordOnce() {
        SyncStore store = open();
        createAll(store, record(key("a"), 1));
        assertReads(store, List.of(key("b"), key("a"), key("b"), key("a")), record(key("a"), 1));
        assertReads(store, List.of(key("b"), key("b")));
    }
}
