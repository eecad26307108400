package io.calendarsync.testkit.provider;

import static io.calendarsync.testkit.provider.Workbench.changes;
import static io.calendarsync.testkit.provider.Workbench.last;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A first reading tells everything and nothing else, over as many pages as it takes. */
interface Listings extends Starts {

    /** The listing of an empty calendar tells nothing and ends at a cursor. */
    @Test
    default void listing_ofAnEmptyCalendar_tellsNothingAndEndsAtACursor() {
        try (Workbench bench = bench()) {
            List<ChangePage> pages = bench.round(bench.open(), bench.start());

            assertFalse(
                    changes(pages).stream().anyMatch(RemoteChange.Present.class::isInstance),
                    "an empty calendar has no events");
            assertInstanceOf(Position.Cursor.class, last(pages).next());
        }
    }

    /** A listing of many pages tells every event and no other. */
    @Test
    default void listing_overManyPages_tellsEveryEventAndNoOther() {
        try (Workbench bench = bench()) {
            bench.putSamples(23);
            Follower follower = bench.follower();

            int pages = follower.catchUp();

            assertTrue(pages > 1, "23 events came on one page, though the stand-in was started with pages of 4");
            bench.assertHoldsWhatWasPut(follower.events(), "after a first reading");
        }
    }

    /** Every page of a listing says that it is part of the whole. */
    @Test
    default void listing_everyPage_saysThatItIsPartOfTheWhole() {
        try (Workbench bench = bench()) {
            bench.putSamples(9);

            List<ChangePage> pages = bench.round(bench.open(), bench.start());

            Coverage first = pages.get(0).coverage();
            assertNotEquals(Coverage.CHANGES, first, "from the start everything is told, not what changed");
            assertEquals(
                    List.of(first),
                    pages.stream().map(ChangePage::coverage).distinct().toList(),
                    "all pages of a round say the same coverage");
        }
    }

    /** Every page of a listing says where its round began. */
    @Test
    default void listing_everyPage_namesWhereItsRoundBegan() {
        try (Workbench bench = bench()) {
            bench.putSamples(9);

            List<ChangePage> pages = bench.round(bench.open(), bench.start());

            pages.subList(0, pages.size() - 1).forEach(page -> {
                Position.NextPage next = assertInstanceOf(Position.NextPage.class, page.next());
                assertEquals(bench.start(), next.base(), "the base of a page of the listing is its start");
            });
        }
    }

    /** What changes during a listing is right by the end of the next round. */
    @Test
    default void listing_whileEventsComeAndGo_isRightByTheEndOfTheNextRound() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(15);
            Follower follower = bench.follower();
            int[] edits = {0};

            follower.catchUp(() -> {
                if (edits[0]++ == 0) {
                    bench.put(bench.sample(100));
                    bench.remove(ids.get(0));
                    bench.remove(ids.get(14));
                    bench.put(bench.sample(1).toBuilder().title("Renamed").build());
                }
            });
            follower.catchUp();

            assertTrue(edits[0] > 0, "the listing came on one page, though the stand-in was started with pages of 4");
            bench.assertHoldsWhatWasPut(follower.events(), "after a reading disturbed by edits and one more");
        }
    }

    /** A series is told once, as a master, and its overrides besides. */
    @Test
    default void listing_ofASeries_tellsItOnceAndItsOverridesBesides() {
        try (Workbench bench = bench()) {
            Event series = bench.sample(3).toBuilder()
                    .recurrence(Recurrence.of("FREQ=DAILY;COUNT=5"))
                    .build();
            String seriesId = bench.put(series);
            RecurrenceId instance = new RecurrenceId.Zoned(bench.time(4).localStart(), Workbench.ZONE);
            Event override = bench.sample(50).toBuilder()
                    .time(bench.time(90))
                    .title("Moved")
                    .overrides(seriesId, instance)
                    .build();
            String overrideId = bench.put(override);
            Follower follower = bench.follower();

            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "a series of 5 instances and an override are two events");
            EventShape.Series shape = assertInstanceOf(
                    EventShape.Series.class, follower.told(seriesId).shape());
            assertTrue(
                    shape.recurrence().rules().stream().anyMatch(rule -> rule.contains("DAILY")),
                    "the rule of the series is told");
            EventShape.Override other = assertInstanceOf(
                    EventShape.Override.class, follower.told(overrideId).shape());
            assertEquals(seriesId, other.seriesId(), "the override names the id of its series");
            assertEquals(
                    instance.instant(ZoneOffset.UTC),
                    other.recurrenceId().instant(ZoneOffset.UTC),
                    "the override names the instance it replaces");
        }
    }

    /** An item nobody can read is told as degraded, and all others whole. */
    @Test
    default void listing_withAnItemNobodyCanRead_tellsItAsDegradedAndAllOthersWhole() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.HoldsUnreadable standIn = bench.standInThat(ProviderUnderTest.HoldsUnreadable.class);
            List<String> whole = bench.putSamples(7);
            String unreadable = standIn.putUnreadable();
            standIn.settle();
            Follower follower = bench.follower();

            follower.catchUp();

            assertFalse(
                    follower.told(unreadable).degradations().isEmpty(),
                    "an item that cannot be read is told and said to be degraded, with a reason");
            assertTrue(
                    whole.stream()
                            .allMatch(id -> follower.told(id).degradations().isEmpty()),
                    "its neighbours are told, and are whole");
        }
    }
}
