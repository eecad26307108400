package io.calendarsync.testkit.store;

import static io.calendarsync.testkit.store.Samples.attempt;
import static io.calendarsync.testkit.store.Samples.check;
import static io.calendarsync.testkit.store.Samples.create;
import static io.calendarsync.testkit.store.Samples.createAll;
import static io.calendarsync.testkit.store.Samples.delete;
import static io.calendarsync.testkit.store.Samples.key;
import static io.calendarsync.testkit.store.Samples.overwrite;
import static io.calendarsync.testkit.store.Samples.record;
import static io.calendarsync.testkit.store.Samples.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.spi.store.CommitResult;
import io.calendarsync.spi.store.Expect;
import io.calendarsync.spi.store.RecordKey;
import io.calendarsync.spi.store.StoredRecord;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.spi.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Commits that meet: two store instances, a thread each, many rounds. */
interface Races extends StoreUnderTest {

    /** Rounds of one race: enough for two commits to overlap in some of them on any store. */
    int ROUNDS = 60;

    /** Of two creations of one key that meet, one wins. */
    @Test
    default void twoCreationsOfOneKey_oneWins() {
        SyncStore here = open();
        SyncStore there = open();
        AtomicIntegerArray wins = new AtomicIntegerArray(ROUNDS);
        new Rounds(ROUNDS, patience())
                .run(
                        round -> countWin(wins, round, attempt(here, create(record(key("new " + round), 1)))),
                        round -> countWin(wins, round, attempt(there, create(record(key("new " + round), 2)))));
        for (int round = 0; round < ROUNDS; round++) {
            assertTrue(wins.get(round) <= 1, "both creations were committed");
            assertEquals(1, here.read(List.of(key("new " + round))).size(), "somebody must have won");
        }
    }

    /** Of two replacements of one version that meet, one wins. */
    @Test
    default void twoReplacementsOfOneVersion_oneWins() {
        SyncStore here = open();
        SyncStore there = open();
        createAll(here, numbered("old ", 1));
        AtomicIntegerArray wins = new AtomicIntegerArray(ROUNDS);
        new Rounds(ROUNDS, patience())
                .run(
                        round -> countWin(wins, round, attempt(here, replace(1, record(key("old " + round), 2)))),
                        round -> countWin(wins, round, attempt(there, replace(1, record(key("old " + round), 3)))));
        for (int round = 0; round < ROUNDS; round++) {
            assertTrue(wins.get(round) <= 1, "both replacements were committed: an update is lost");
        }
    }

    /** A check of a version holds at the moment of the commit, not only before it. */
    @Test
    default void checkOfAVersion_holdsAtTheMomentOfTheCommit() {
        SyncStore here = open();
        createAll(here, numbered("left ", 1));
        createAll(here, numbered("right ", 1));
        assertNeverBoth(
                here,
                round -> List.of(
                        check(key("left " + round), Expect.version(1)), replace(1, record(key("right " + round), 2))),
                round -> List.of(
                        replace(1, record(key("left " + round), 2)), check(key("right " + round), Expect.version(1))));
    }

    /** A check that a key is absent holds at the moment of the commit. */
    @Test
    default void checkOfAnAbsentKey_holdsAtTheMomentOfTheCommit() {
        assertNeverBoth(
                open(),
                round ->
                        List.of(check(key("left " + round), Expect.absent()), create(record(key("right " + round), 2))),
                round -> List.of(
                        create(record(key("left " + round), 2)), check(key("right " + round), Expect.absent())));
    }

    /** A check of a record that is being deleted holds at the moment of the commit. */
    @Test
    default void checkOfARecordBeingDeleted_holdsAtTheMomentOfTheCommit() {
        SyncStore here = open();
        createAll(here, numbered("doomed ", 1));
        assertNeverBoth(
                here,
                round -> List.of(
                        check(key("doomed " + round), Expect.version(1)), create(record(key("right " + round), 2))),
                round -> List.of(
                        delete(key("doomed " + round), 1),
                        create(record(key("left " + round), 2)),
                        check(key("right " + round), Expect.absent())));
    }

    /** Puts that expect nothing are never stale, even where they meet. */
    @Test
    default void putsExpectingAny_thatMeet_areNeverStale() {
        SyncStore here = open();
        SyncStore there = open();
        AtomicInteger stale = new AtomicInteger();
        new Rounds(ROUNDS, patience())
                .run(
                        round -> countStale(stale, attempt(here, overwrite(record(key("new " + round), 1)))),
                        round -> countStale(stale, attempt(there, overwrite(record(key("new " + round), 2)))));
        assertEquals(0, stale.get(), "a put that expects nothing was stale");
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(1, here.read(List.of(key("new " + round))).size());
        }
    }

    /** Batches that check what the other writes are answered, not locked for ever. */
    @Test
    default void batchesThatWantTheSameKeysInOppositeRoles_areAnsweredInTime() {
        SyncStore here = open();
        SyncStore there = open();
        createAll(here, record(key("a"), 1), record(key("b"), 1), record(key("d"), 1), record(key("e"), 1));
        new Rounds(ROUNDS, patience())
                .run(
                        round -> attempt(
                                here,
                                overwrite(record(key("a"), 10 + round)),
                                check(key("b"), Expect.any()),
                                create(record(key("c"), 10 + round)),
                                check(key("d"), Expect.version(1)),
                                overwrite(record(key("f"), 10 + round))),
                        round -> attempt(
                                there,
                                check(key("a"), Expect.version(10 + round)),
                                overwrite(record(key("b"), 1000 + round)),
                                check(key("c"), Expect.absent()),
                                replace(1, record(key("d"), 1000 + round)),
                                check(key("f"), Expect.absent())),
                        round -> attempt(
                                there,
                                check(key("a"), Expect.any()),
                                overwrite(record(key("b"), 5000 + round)),
                                overwrite(record(key("e"), 5000 + round)),
                                overwrite(record(key("f"), 5000 + round))));
        Samples.commit(here, overwrite(record(key("a"), 7)), overwrite(record(key("b"), 7)));
    }

    /** Amounts moved between records by several threads keep their sum. */
    @Test
    default void transfersBetweenRecords_keepTheirSum() {
        SyncStore here = open();
        SyncStore there = open();
        List<RecordKey> accounts = List.of(key("account 0"), key("account 1"), key("account 2"));
        Transfers transfers = new Transfers(accounts);
        createAll(here, transfers.opening());
        new Rounds(ROUNDS, patience())
                .run(
                        round -> transfers.move(here, round, round + 1, 1_000 + round),
                        round -> transfers.move(there, round + 1, round, 2_000 + round),
                        round -> transfers.move(there, round + 2, round, 3_000 + round));
        assertEquals(transfers.total(), transfers.sum(here.read(accounts)));
    }

    private void assertNeverBoth(
            SyncStore here, IntFunction<List<Write>> leftTurn, IntFunction<List<Write>> rightTurn) {
        SyncStore there = open();
        AtomicInteger committed = new AtomicInteger();
        new Rounds(ROUNDS, patience())
                .run(
                        round -> countCommitted(committed, attempt(here, leftTurn.apply(round))),
                        round -> countCommitted(committed, attempt(there, rightTurn.apply(round))));
        for (int round = 0; round < ROUNDS; round++) {
            boolean left = applied(here, leftTurn.apply(round));
            boolean right = applied(here, rightTurn.apply(round));
            assertFalse(left && right, "two commits happened, each though the other broke its check");
        }
        assertTrue(committed.get() > 0, "not one of " + 2 * ROUNDS + " commits was answered with Committed");
    }

    private static boolean applied(SyncStore store, List<Write> batch) {
        return batch.stream()
                .filter(Write.Put.class::isInstance)
                .map(write -> ((Write.Put) write).record())
                .allMatch(record -> store.read(List.of(record.key())).contains(record));
    }

    private static List<StoredRecord> numbered(String prefix, long version) {
        List<StoredRecord> records = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            records.add(record(key(prefix + round), version));
        }
        return records;
    }

    private static void countWin(AtomicIntegerArray wins, int round, CommitResult result) {
        if (result instanceof CommitResult.Committed) {
            wins.incrementAndGet(round);
        }
    }

    private static void countCommitted(AtomicInteger committed, CommitResult result) {
        if (result instanceof CommitResult.Committed) {
            committed.incrementAndGet();
        }
    }

    private static void countStale(AtomicInteger stale, CommitResult result) {
        if (result instanceof CommitResult.Stale) {
            stale.incrementAndGet();
        }
    }
}
