package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calendarsync.NotFound;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One event, or none, or no such calendar: three answers nobody may mix up. */
interface Fetches extends Starts {

    /** An event that is fetched is the one that is listed. */
    @Test
    default void fetch_ofAnEvent_givesItAsItIsListed() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(6);
            Follower follower = bench.follower();
            follower.catchUp();
            ProviderSession session = bench.open();

            for (String id : ids) {
                Optional<Event> fetched = session.fetch(bench.calendar(), id);

                assertEquals(
                        Optional.of(Workbench.Looks.of(follower.told(id))),
                        fetched.map(Workbench.Looks::of),
                        "an event fetched looks as it is listed");
                assertEquals(id, fetched.orElseThrow().ref().eventId());
            }
        }
    }

    /** An event edited after it was fetched is fetched as it is now by a session opened since; an open one may lag. */
    @Test
    default void fetch_afterAnEdit_givesTheEventAsItIsNow() {
        try (Workbench bench = bench()) {
            String id = bench.putSamples(3).get(1);
            bench.open().fetch(bench.calendar(), id);

            Event edited = bench.sample(1).toBuilder()
                    .title("Edited")
                    .time(bench.time(44))
                    .build();
            bench.put(edited);

            assertEquals(
                    Optional.of(Workbench.Looks.of(edited)),
                    bench.open().fetch(bench.calendar(), id).map(Workbench.Looks::of),
                    "an event fetched after it was edited");

            bench.remove(id);

            assertEquals(
                    Optional.empty(),
                    bench.open().fetch(bench.calendar(), id),
                    "an event fetched after it was deleted");
        }
    }

    /** An event that is not there is fetched as absent, without a fault. */
    @Test
    default void fetch_ofAnEventThatIsNotThere_isEmptyAndNoFault() {
        try (Workbench bench = bench()) {
            List<String> ids = bench.putSamples(2);
            bench.remove(ids.get(1));
            ProviderSession session = bench.open();

            assertEquals(Optional.empty(), session.fetch(bench.calendar(), ids.get(1)), "an event that was deleted");
            assertEquals(Optional.empty(), session.fetch(bench.calendar(), "never-was"), "an event that never was");
        }
    }

    /** A calendar the account cannot see is not found. */
    @Test
    default void calendar_thatTheAccountCannotSee_isNotFound() {
        try (Workbench bench = bench()) {
            bench.putSamples(2);
            ProviderSession session = bench.open();

            assertThrows(NotFound.class, () -> session.changes("no-such-calendar", bench.start()));
            assertThrows(NotFound.class, () -> session.fetch("no-such-calendar", "never-was"));
        }
    }

    /** A calendar that was unshared is not found; it never reads as an empty one. */
    @Test
    default void calendar_thatWasUnshared_isNotFoundAndNeverEmpty() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.Unshares standIn = bench.standInThat(ProviderUnderTest.Unshares.class);
            List<String> ids = bench.putSamples(6);
            Position cursor = bench.caughtUp(bench.open());

            standIn.unshare();

            ProviderSession session = bench.open();
            assertThrows(NotFound.class, () -> session.changes(bench.calendar(), bench.start()));
            assertThrows(NotFound.class, () -> session.changes(bench.calendar(), cursor));
            assertThrows(NotFound.class, () -> session.fetch(bench.calendar(), ids.get(0)));
        }
    }
}
