package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What happens to one instance of a series is told like what happens to any event; so is what is cancelled and stays. */
interface OverrideChanges extends Starts {

    /** An override created after the cursor comes in the next round and names its series. */
    @Test
    default void override_createdAfterTheCursor_isToldInTheNextRound() {
        try (Workbench bench = bench()) {
            String seriesId = putSeries(bench);
            Follower follower = bench.follower();
            follower.catchUp();

            String overrideId = bench.put(override(bench, seriesId));
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after an instance was moved");
            assertTrue(
                    follower.told(overrideId).shape() instanceof EventShape.Override told
                            && told.seriesId().equals(seriesId),
                    "what was moved is told as an override of its series");
        }
    }

    /** An override edited after the cursor comes in the next round, under its id. */
    @Test
    default void override_editedAfterTheCursor_isToldInTheNextRound() {
        try (Workbench bench = bench()) {
            Event override = override(bench, putSeries(bench));
            bench.put(override);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.put(override.toBuilder()
                    .title("Moved twice")
                    .time(bench.time(91))
                    .build());
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after an instance was moved again");
        }
    }

    /** An override removed after the cursor is told as gone, and its series stays. */
    @Test
    default void override_removedAfterTheCursor_isToldAsGone() {
        try (Workbench bench = bench()) {
            bench.skipWhere(ProviderUnderTest.KeepsOverrides.class);
            String overrideId = bench.put(override(bench, putSeries(bench)));
            Follower follower = bench.follower();
            follower.catchUp();

            bench.remove(overrideId);
            follower.catchUp();

            bench.assertHoldsWhatWasPut(follower.events(), "after an instance became one like the others again");
        }
    }

    /** An override cancelled after the cursor is told as cancelled: told as gone, its instance would come back. */
    @Test
    default void override_cancelledAfterTheCursor_isToldAsCancelled() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Cancels standIn = bench.standInThat(ProviderUnderTest.Cancels.class);
            String seriesId = putSeries(bench);
            Event override = override(bench, seriesId);
            String overrideId = bench.put(override);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.cancel(standIn, overrideId);
            follower.catchUp();

            assertHoldsTheOthers(bench, follower, overrideId);
            Event told = follower.events().get(overrideId);
            assertTrue(
                    told == null ? excluded(follower.told(seriesId), override) : told.isCancelled(),
                    "a cancelled instance is told as a cancelled override or left out by its series");
        }
    }

    /** An event cancelled after the cursor is told as cancelled, or as gone. */
    @Test
    default void event_cancelledAfterTheCursor_isToldAsCancelledOrGone() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Cancels standIn = bench.standInThat(ProviderUnderTest.Cancels.class);
            String id = bench.putSamples(3).get(1);
            Follower follower = bench.follower();
            follower.catchUp();

            bench.cancel(standIn, id);
            follower.catchUp();

            assertHoldsTheOthers(bench, follower, id);
            Event told = follower.events().get(id);
            assertTrue(told == null || told.isCancelled(), "a cancelled event is told as cancelled or gone");
        }
    }

    private static String putSeries(Workbench bench) {
        bench.putSamples(3);
        return bench.put(bench.sample(9).toBuilder()
                .recurrence(Recurrence.of("FREQ=DAILY;COUNT=5"))
                .build());
    }

    private static Event override(Workbench bench, String seriesId) {
        return bench.sample(50).toBuilder()
                .time(bench.time(90))
                .title("Moved")
                .overrides(seriesId, new RecurrenceId.Zoned(bench.time(10).localStart(), Workbench.ZONE))
                .build();
    }

    private static void assertHoldsTheOthers(Workbench bench, Follower follower, String cancelled) {
        Map<String, Event> others = new TreeMap<>(follower.events());
        others.remove(cancelled);
        bench.assertHoldsWhatWasPut(others, "besides what was cancelled");
    }

    private static boolean excluded(Event series, Event override) {
        return series.shape() instanceof EventShape.Series repeating
                && override.shape() instanceof EventShape.Override instance
                && repeating.recurrence().exceptionDates().stream()
                        .anyMatch(date -> date.instant(ZoneOffset.UTC)
                                .equals(instance.recurrenceId().instant(ZoneOffset.UTC)));
    }
}
