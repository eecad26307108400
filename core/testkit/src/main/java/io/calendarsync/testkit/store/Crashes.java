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
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.StoreException;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A commit that dies is an exception, and what it left is all or nothing. */
interface Crashes extends StoreUnderTest {

    /** A process killed before its commit leaves nothing, and the commit may be made again. */
    @Test
    default void killedBeforeTheCommit_leavesNothingAndMayBeRepeated() {
        SyncStore store = dieWhileCommitting(Death.BEFORE_COMMIT);
        assertHolds(store, before());
        commit(store, batch());
        assertHolds(store, after());
    }

    /** A process killed after its commit leaves all of it, and the same commit made again is stale. */
    @Test
    default void killedAfterTheCommit_leavesAllAndTheRepetitionIsStale() {
        SyncStore store = dieWhileCommitting(Death.AFTER_COMMIT);
        assertHolds(store, after());
        assertStale(attempt(store, batch()), key("a"), key("b"), key("c"));
        assertHolds(store, after());
    }

    private SyncStore dieWhileCommitting(Death moment) {
        Optional<SyncStore> dying = openDying(moment);
        assumeTrue(dying.isPresent(), "this store cannot be made to die");
        SyncStore store = open();
        createAll(store, before());
        assertThrows(StoreException.class, () -> attempt(dying.get(), batch()));
        return store;
    }

    private static StoredRecord[] before() {
        return new StoredRecord[] {record(key("b"), 1), record(key("c"), 1), record(key("d"), 1)};
    }

    private static List<Write> batch() {
        return List.of(
                create(record(key("a"), 2)),
                replace(1, record(key("b"), 2)),
                delete(key("c"), 1),
                check(key("d"), Expect.version(1)));
    }

    private static StoredRecord[] after() {
        return new StoredRecord[] {record(key("a"), 2), record(key("b"), 2), record(key("d"), 1)};
    }
}
