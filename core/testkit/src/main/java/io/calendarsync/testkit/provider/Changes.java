package io.calendarsync.testkit.provider;

import static io.calendarsync.testkit.provider.Workbench.changes;
import static io.calendarsync.testkit.provider.Workbench.last;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.model.Recurrence;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.testkit.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every edit is told in the round after it. */
interface Changes extends Starts {

    /** An event created after the cursor comes in the next round. */
    @Test
    default void creation_afterTheCursor_isToldInTheNextRound() {
        try (Workbench bench = bench()) {
            bench.putSamples(3);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.put(bench.sample(77));
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after a creation");
        }
    }

    /** An event changed after the cursor comes in the next round, under its id. */
    @Test
    default void change_afterTheCursor_isToldInTheNextRoundUnderTheSameId() {
        try (Workbench bench = bench()) {
            bench.putSamples(3);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.put(bench.sample(1).toBuilder().title("Another title").build());
            bench.put(bench.sample(2).toBuilder().time(bench.time(44)).build());
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after a change of title and one of time");
        }
    }

    /** A removal comes as a tombstone, or as absence from a round that is the whole. */
    @Test
    default void removal_afterTheCursor_isToldByATombstoneOrByAbsenceFromTheWhole() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(6);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.remove(ids.get(2));
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after a removal");
        }
    }

    /** The removal of all events is told like that of one. */
    @Test
    default void removal_ofEverything_isTold() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(6);
            Follower follower = bench.follower();
            follower.catchUp();

            ids.forEach(bench::remove);
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after everything was removed");
        }
    }

    /** Edits that fill several pages are all told. */
    @Test
    default void changes_overManyPages_tellEveryEdit() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(20);
            Follower follower = bench.follower();
            follower.catchUp();

            ids.subList(0, 6).forEach(bench::remove);
            for (int number = 8; number < 25; number++) {
                bench.put(bench.sample(number).toBuilder().title("Edited").build());
            }
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after 23 edits at once");
        }
    }

    /** Every page of a round says the same coverage, and where the round began. */
    @Test
    default void changes_everyPage_saysTheSameCoverageAndWhereItsRoundBegan() {
        try (Workbench bench = bench()) {
            bench.putSamples(3);
            ProviderSession session = bench.open();
            Position cursor = bench.caughtUp(session);

            for (int number = 0; number < 15; number++) {
                bench.put(bench.sample(number).toBuilder().title("Edited").build());
            }
            List<ChangePage> pages = bench.round(session, cursor);

            assertTrue(pages.size() > 1, "15 edits came on one page, though the stand-in was started with pages of 4");
            assertEquals(
                    1,
                    pages.stream().map(ChangePage::coverage).distinct().count(),
                    "all pages of a round say the same coverage");
            pages.subList(0, pages.size() - 1).forEach(page -> {
                Position.NextPage next = assertInstanceOf(Position.NextPage.class, page.next());
                assertEquals(cursor, next.base(), "the base of a page of changes is the cursor they follow");
            });
        }
    }

    /** Where nothing happens, rounds come to tell nothing. */
    @Test
    default void rounds_whenNothingHappens_becomeQuiet() {
        try (Workbench bench = bench()) {
            bench.putSamples(3);
            ProviderSession session = bench.open();
            Position cursor = bench.caughtUp(session);
            bench.put(bench.sample(1).toBuilder().title("Edited").build());
            cursor = last(bench.round(session, cursor)).next();

            for (int round = 0; round < 10; round++) {
                List<ChangePage> pages = bench.round(session, cursor);
                if (changes(pages).isEmpty()) {
                    return;
                }
                cursor = last(pages).next();
            }
            throw new AssertionError("ten rounds after the last edit there still is news: the cursor does not move on");
        }
    }

    /** A series that is removed leaves none of its instances. */
    @Test
    default void series_removed_takesItsInstancesAlong() {
        try (Workbench bench = bench()) {
            bench.putSamples(3);
            String seriesId = bench.put(bench.sample(9).toBuilder()
                    .recurrence(Recurrence.of("FREQ=WEEKLY;COUNT=4"))
                    .build());
            Follower follower = bench.follower();
            follower.catchUp();

            bench.remove(seriesId);
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after a series was removed");
        }
    }

    /** Whoever follows the rounds through many edits knows the calendar after each. */
    @Test
    default void followed_throughManyEdits_theCalendarIsAlwaysKnown() {
        try (Workbench bench = bench()) {
            Dice dice = Dice.of(20_261_120);
            Follower follower = bench.follower();
            List<Integer> there = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                if (there.isEmpty() || dice.chance(0.4)) {
                    there.add(step);
                    ids.add(bench.put(bench.sample(step)));
                } else {
                    int index = dice.nextInt(there.size());
                    if (dice.nextBoolean()) {
                        bench.put(bench.sample(there.get(index)).toBuilder()
                                .title("Step " + step)
                                .build());
                    } else {
                        bench.remove(ids.remove(index));
                        there.remove(index);
                    }
                }
                if (dice.chance(0.3)) {
                    follower.catchUp();
                    bench.assertHoldsWhatWasPut(follower.events(), "after " + (step + 1) + " edits");
                }
            }
        }
    }
}
