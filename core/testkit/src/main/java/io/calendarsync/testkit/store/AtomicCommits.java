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

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch happens as a whole or not at all. */
interface AtomicCommits extends StoreUnderTest {

    /** A commit whose expectations all hold applies every write. */
    @Test
    default void commit_allExpectationsHold_everyWriteIsApplied() {
        SyncStore store = open();
        createAll(store, record(key("b"), 1), record(key("c"), 1), record(key("d"), 1));
        commit(
                store,
                create(record(key("a"), 2)),
                replace(1, record(key("b"), 2)),
                delete(key("c"), 1),
                check(key("d"), Expect.version(1)),
                check(key("e"), Expect.absent()));
        assertHolds(store, record(key("a"), 2), record(key("b"), 2), record(key("d"), 1));
    }

    /** A commit whose first write is stale applies none of the others. */
    @Test
    default void commit_firstWriteIsStale_nothingIsApplied() {
        SyncStore store = open();
        createAll(store, record(key("b"), 1), record(key("c"), 1));
        CommitResult result =
                attempt(store, replace(9, record(key("a"), 2)), replace(1, record(key("b"), 2)), delete(key("c"), 1));
        assertStale(result, key("a"));
        assertHolds(store, record(key("b"), 1), record(key("c"), 1));
    }

    /** A commit whose last write is stale applies none of those before it. */
    @Test
    default void commit_lastWriteIsStale_nothingIsApplied() {
        SyncStore store = open();
        createAll(store, record(key("b"), 1), record(key("c"), 1), record(key("d"), 1));
        CommitResult result = attempt(
                store,
                create(record(key("a"), 2)),
                replace(1, record(key("b"), 2)),
                delete(key("c"), 1),
                replace(9, record(key("d"), 2)));
        assertStale(result, key("d"));
        assertHolds(store, record(key("b"), 1), record(key("c"), 1), record(key("d"), 1));
    }

    /** A commit in which only a check fails applies no write. */
    @Test
    default void commit_onlyACheckIsStale_nothingIsApplied() {
        SyncStore store = open();
        createAll(store, record(key("b"), 1), record(key("c"), 1));
        CommitResult result = attempt(
                store,
                create(record(key("a"), 2)),
                check(key("b"), Expect.version(9)),
                replace(1, record(key("c"), 2)));
        assertStale(result, key("b"));
        assertHolds(store, record(key("b"), 1), record(key("c"), 1));
    }

    /** Writes in several collections and partitions happen together or not at all. */
    @Test
    default void commit_acrossCollectionsAndPartitions_isOneBatch() {
        SyncStore store = open();
        RecordKey event = new RecordKey("contract-event", "calendar 1", "event");
        RecordKey state = new RecordKey("contract-state", "", "calendar 1");
        RecordKey change = new RecordKey("contract-change", "calendar 2", "change");
        assertStale(
                attempt(store, create(record(event, 1)), create(record(change, 1)), replace(5, record(state, 1))),
                state);
        assertReads(store, List.of(event, state, change));
        createAll(store, record(event, 1), record(change, 1), record(state, 1));
        assertReads(store, List.of(event, state, change), record(event, 1), record(change, 1), record(state, 1));
    }

    /** A batch of the largest size whose last write is stale applies nothing. */
    @Test
    default void commit_fullBatchWithItsLastWriteStale_nothingIsApplied() {
        SyncStore store = open();
        List<Write> batch = new ArrayList<>();
        for (int i = 1; i < store.limits().recordsPerBatch(); i++) {
            batch.add(create(record(key("%06d".formatted(i)), 1)));
        }
        batch.add(replace(9, record(key("last"), 2)));
        assertStale(attempt(store, batch), key("last"));
        assertHolds(store);
    }

    /** A stale answer names keys whose expectation failed and no other. */
    @Test
    default void stale_ofSeveralFailedExpectations_namesOnlyThose() {
        SyncStore store = open();
        createAll(store, record(key("b"), 1), record(key("c"), 1), record(key("d"), 1));
        CommitResult result = attempt(
                store,
                create(record(key("a"), 2)),
                create(record(key("b"), 2)),
                replace(1, record(key("c"), 2)),
                delete(key("d"), 9),
                check(key("e"), Expect.version(1)));
        assertStale(result, key("b"), key("d"), key("e"));
    }

    /** A batch without writes is committed. */
    @Test
    default void commit_emptyBatch_isCommitted() {
        assertEquals(CommitResult.committed(), open().commit(List.of()));
    }

    /** A stale commit does not stand in the way of the next. */
    @Test
    default void commit_afterAStaleOne_works() {
        SyncStore store = open();
        StoredRecord record = record(key("a"), 1);
        assertStale(attempt(store, replace(9, record)), key("a"));
        createAll(store, record);
        assertHolds(store, record);
    }
}
