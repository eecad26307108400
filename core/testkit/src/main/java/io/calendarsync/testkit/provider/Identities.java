package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.calendarsync.model.Recurrence;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The same event has the same id, whoever asks and however often. */
interface Identities extends Starts {

    /** Events nobody touched have the same ids in every listing. */
    @Test
    default void ids_ofEventsNobodyTouched_areTheSameInEveryListing() {
        try (Workbench bench = bench()) {
            bench.putSamples(9);
            bench.put(bench.sample(20).toBuilder()
                    .recurrence(Recurrence.of("FREQ=DAILY;COUNT=3"))
                    .build());
            Set<String> first = listedIds(bench);

            bench.put(bench.sample(21));
            Set<String> second = listedIds(bench);

            second.removeIf(id -> !first.contains(id));
            assertEquals(first, second, "ids told before are told again");
        }
    }

    /** The ids told are those the provider gave. */
    @Test
    default void ids_areTheOnesTheProviderGave() {
        try (Workbench bench = bench()) {
            Set<String> ids = new TreeSet<>(bench.putSamples(9));

            assertEquals(ids, listedIds(bench), "the ids told are those of the events put");
        }
    }

    /** An event created again does not take the id of another. */
    @Test
    default void id_ofAnEventCreatedAgain_isNotAnothersId() {
        try (Workbench bench = bench()) {
            Set<String> others = new TreeSet<>(bench.putSamples(3));
            String id = bench.put(bench.sample(7));
            bench.remove(id);

            String again = bench.put(bench.sample(7));

            assertFalse(others.contains(again), "an event created again has taken another's id");
            Follower follower = bench.follower();
            follower.catchUp();
            bench.assertHoldsWhatWasPut(follower.events(), "after an event was deleted and created again");
        }
    }

    private static Set<String> listedIds(Workbench bench) {
        Follower follower = bench.follower();
        follower.catchUp();
        return new TreeSet<>(follower.events().keySet());
    }
}
