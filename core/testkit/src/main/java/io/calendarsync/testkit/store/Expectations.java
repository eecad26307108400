package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.assertHolds;
import static io.calendarsync.testkit.store.Samples.assertStale;
import static io.calendarsync.testkit.store.Samples.attempt;
import static io.calendarsync.testkit.store.Samples.check;
import static io.calendarsync.testkit.store.Samples.commit;
import static io.calendarsync.testkit.store.Samples.create;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.overwrite;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.SyncStore;
import org.junit.jupiter.api.Test;

/** Each write happens only if its key is as expected, and an old version never comes to match again. */
interface Expectations extends StoreUnderTest {

    /** A put that expects no record is stale where there is one. */
    @Test
    default void putExpectingAbsent_onAnExistingKey_isStale() {
        SyncStore store = open();
        createAll(store, record(key("a"), 1));
        assertStale(attempt(store, create(record(key("a"), 2))), key("a"));
        assertHolds(store, record(key("a"), 1));
    }

    /** A put that expects a version is stale where there is no record. */
    @Test
    default void putExpectingAVersion_onAnAbsentKey_isStale() {
        SyncStore store = open();
        assertStale(attempt(store, replace(1, record(key("a"), 2))), key("a"));
        assertHolds(store);
    }

    /** A put that expects a version is stale where the record has another. */
    @Test
    default void putExpectingAVersion_onAnotherVersion_isStale() {
        SyncStore store = open();
        createAll(store, record(key("a"), 2));
        assertStale(attempt(store, replace(1, record(key("a"), 3))), key("a"));
        assertStale(attempt(store, replace(3, record(key("a"), 3))), key("a"));
        assertHolds(store, record(key("a"), 2));
    }

    /** A put that expects nothing creates the record, and replaces it. */
    @Test
    default void putExpectingAny_createsAndReplaces() {
        SyncStore store = open();
        commit(store, overwrite(record(key("a"), 1)));
        assertHolds(store, record(key("a"), 1));
        commit(store, overwrite(record(key("a"), 2)));
        assertHolds(store, record(key("a"), 2));
    }

    /** A delete that expects the present version removes the record. */
    @Test
    default void delete_ofThatVersion_removesTheRecord() {
        SyncStore store = open();
        createAll(store, record(key("a"), 1), record(key("b"), 1));
        commit(store, delete(key("a"), 1));
        assertHolds(store, record(key("b"), 1));
        assertStale(attempt(store, delete(key("a"), 1)), key("a"));
    }

    /** A delete that expects another version is stale. */
    @Test
    default void delete_ofAnotherVersion_isStale() {
        SyncStore store = open();
        createAll(store, record(key("a"), 2));
        assertStale(attempt(store, delete(key("a"), 1)), key("a"));
        assertHolds(store, record(key("a"), 2));
    }

    /** A delete that expects a version is stale where there is no record. */
    @Test
    default void delete_ofAnAbsentKey_isStale() {
        SyncStore store = open();
        assertStale(attempt(store, delete(key("a"), 1)), key("a"));
    }

    /** A check that holds lets the commit happen and leaves its own record alone. */
    @Test
    default void check_thatHolds_letsTheCommitHappenAndChangesNothing() {
        SyncStore store = open();
        createAll(store, record(key("a"), 1));
        commit(
                store,
                check(key("a"), Expect.version(1)),
                check(key("b"), Expect.absent()),
                check(key("c"), Expect.any()));
        commit(store, check(key("a"), Expect.any()));
        assertHolds(store, record(key("a"), 1));
    }

    /** A check that does not hold makes the commit stale. */
    @Test
    default void check_thatDoesNotHold_isStale() {
        SyncStore store = open();
        createAll(store, record(key("a"), 2));
        assertStale(attempt(store, check(key("a"), Expect.version(1))), key("a"));
        assertStale(attempt(store, check(key("a"), Expect.absent())), key("a"));
        assertStale(attempt(store, check(key("b"), Expect.version(2))), key("b"));
    }

    /** A record created anew does not match the version of the one deleted. */
    @Test
    default void keyDeletedAndCreatedAgain_doesNotMatchItsOldVersion() {
        SyncStore store = open();
        RecordKey key = key("a");
        createAll(store, record(key, 1));
        commit(store, delete(key, 1));
        createAll(store, record(key, 2));
        assertStale(attempt(store, replace(1, record(key, 3))), key);
        assertStale(attempt(store, check(key, Expect.version(1)), create(record(key("b"), 3))), key);
        assertStale(attempt(store, delete(key, 1)), key);
        assertHolds(store, record(key, 2));
    }

    /** A record that was replaced does not match its old version. */
    @Test
    default void recordReplaced_doesNotMatchItsOldVersion() {
        SyncStore store = open();
        RecordKey key = key("a");
        createAll(store, record(key, 8));
        commit(store, replace(8, record(key, 3)));
        assertStale(attempt(store, replace(8, record(key, 4))), key);
        assertStale(attempt(store, delete(key, 8)), key);
        assertStale(attempt(store, check(key, Expect.version(8)), create(record(key("b"), 3))), key);
        assertHolds(store, record(key, 3));
    }

    /** Versions that differ in any one bit are told apart. */
    @Test
    default void versions_thatDifferInOneBit_areDifferent() {
        SyncStore store = open();
        long version = Long.MAX_VALUE;
        createAll(store, record(key("a"), version));
        assertHolds(store, record(key("a"), version));
        for (int bit = 0; bit < 63; bit++) {
            long other = version ^ 1L << bit;
            assertStale(attempt(store, replace(other, record(key("a"), 2))), key("a"));
        }
        commit(store, replace(version, record(key("a"), 1)));
        assertHolds(store, record(key("a"), 1));
    }
}
