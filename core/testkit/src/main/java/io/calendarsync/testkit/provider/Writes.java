package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.TransientFailure;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A provider that takes writes does what it says, and nothing where it says that it did not. */
interface Writes extends Starts {

    /** What is created is there, with its mark, under the id that was known before where one was. */
    @Test
    default void creation_isThereWithItsMarkAndToldInTheNextRound() {
        try (Workbench bench = writing()) {
            WritableSession session = session(bench);
            Follower follower = bench.follower();
            follower.catchUp();

            Event created = written(session.create(bench.calendar(), creation(bench, "Ours")));
            bench.standIn().settle();
            follower.catchUp();

            String id = created.ref().eventId();
            session.idOf(creation(bench, "Ours")).ifPresent(known -> assertEquals(known, id, "the id known before"));
            assertEquals(
                    Optional.of(Workbench.Looks.of(created)),
                    session.fetch(bench.calendar(), id).map(Workbench.Looks::of),
                    "what was created is fetched");
            assertEquals("mark-of-ours", OwnMarker.on(created), "what was created shows its mark");
            assertEquals("mark-of-ours", OwnMarker.on(follower.told(id)), "what is told shows its mark");
            assertEquals("Ours", created.title());
            assertEquals(bench.time(3).span(Workbench.ZONE), created.time().span(Workbench.ZONE));
        }
    }

    /** The same creation twice makes one event. */
    @Test
    default void creation_twice_makesOneEvent() {
        try (Workbench bench = writing()) {
            WritableSession session = session(bench);
            written(session.create(bench.calendar(), creation(bench, "Ours")));

            WriteAnswer again = session.create(bench.calendar(), creation(bench, "Ours again"));
            bench.standIn().settle();
            Follower follower = bench.follower();
            follower.catchUp();

            assertInstanceOf(WriteAnswer.Exists.class, again);
            assertEquals(1, follower.events().size(), "events after the same creation twice");
        }
    }

    /** An update changes what the draft says and nothing else. */
    @Test
    default void update_changesWhatTheDraftSaysAndNothingElse() {
        try (Workbench bench = writing()) {
            String id = bench.putSamples(2).get(1);
            WritableSession session = session(bench);
            Event base = session.fetch(bench.calendar(), id).orElseThrow();

            Event updated = written(session.update(
                    bench.calendar(),
                    base,
                    EventDraft.builder().title("Changed").build(),
                    Invitations.NONE));

            assertEquals(new Workbench.Looks("Changed", Workbench.Looks.of(base).span()), Workbench.Looks.of(updated));
            assertEquals(
                    Optional.of(Workbench.Looks.of(updated)),
                    session.fetch(bench.calendar(), id).map(Workbench.Looks::of));
            if (!base.revision().etag().isEmpty()) {
                assertNotEquals(base.revision().etag(), updated.revision().etag(), "another state has another tag");
            }
        }
    }

    /** Where somebody else has written, nothing is. */
    @Test
    default void update_ofWhatSomebodyElseHasChanged_writesNothing() {
        try (Workbench bench = writing()) {
            String id = bench.putSamples(2).get(1);
            WritableSession session = session(bench);
            Event base = session.fetch(bench.calendar(), id).orElseThrow();
            bench.put(bench.sample(1).toBuilder().title("Theirs").build());

            assertEquals(
                    new WriteAnswer.Stale(),
                    session.update(
                            bench.calendar(),
                            base,
                            EventDraft.builder().title("Ours").build(),
                            Invitations.NONE));
            assertEquals(new WriteAnswer.Stale(), session.delete(bench.calendar(), base, Invitations.NONE));
            assertEquals(
                    "Theirs",
                    bench.open().fetch(bench.calendar(), id).orElseThrow().title());
        }
    }

    /** What was deleted by somebody else is missing, and stays so. */
    @Test
    default void write_ofWhatSomebodyElseHasDeleted_findsItMissing() {
        try (Workbench bench = writing()) {
            String id = bench.putSamples(2).get(1);
            WritableSession session = session(bench);
            Event base = session.fetch(bench.calendar(), id).orElseThrow();
            bench.remove(id);

            assertEquals(
                    new WriteAnswer.Missing(),
                    session.update(
                            bench.calendar(),
                            base,
                            EventDraft.builder().title("Ours").build(),
                            Invitations.NONE));
            assertEquals(new WriteAnswer.Missing(), session.delete(bench.calendar(), base, Invitations.NONE));
            assertEquals(Optional.empty(), bench.open().fetch(bench.calendar(), id));
        }
    }

    /** What is deleted is gone, in the next round too, and deleting it again is fine. */
    @Test
    default void deletion_isToldInTheNextRoundAndFineTwice() {
        try (Workbench bench = writing()) {
            String id = bench.putSamples(3).get(1);
            Follower follower = bench.follower();
            follower.catchUp();
            WritableSession session = session(bench);
            Event base = session.fetch(bench.calendar(), id).orElseThrow();

            assertEquals(new WriteAnswer.Missing(), session.delete(bench.calendar(), base, Invitations.NONE));
            assertEquals(new WriteAnswer.Missing(), session.delete(bench.calendar(), base, Invitations.NONE));
            bench.standIn().settle();
            follower.catchUp();

            assertTrue(!follower.events().containsKey(id), "what was deleted is not told any more");
            assertEquals(2, follower.events().size());
        }
    }

    /** One instance of a series is changed, and one is taken out. */
    @Test
    default void instance_isChangedOrTakenOutAndItsSeriesStays() {
        try (Workbench bench = writing()) {
            String seriesId = bench.put(bench.sample(9).toBuilder()
                    .recurrence(Recurrence.of("FREQ=DAILY;COUNT=5"))
                    .build());
            WritableSession session = session(bench);
            RecurrenceId second = new RecurrenceId.Zoned(bench.time(10).localStart(), Workbench.ZONE);
            RecurrenceId third = new RecurrenceId.Zoned(bench.time(11).localStart(), Workbench.ZONE);
            RecurrenceId none = new RecurrenceId.Zoned(bench.time(60).localStart(), Workbench.ZONE);

            Event changed = written(session.update(
                    bench.calendar(),
                    session.instance(bench.calendar(), seriesId, second).orElseThrow(),
                    EventDraft.builder().title("Once").build(),
                    Invitations.NONE));
            WriteAnswer out = session.delete(
                    bench.calendar(),
                    session.instance(bench.calendar(), seriesId, third).orElseThrow(),
                    Invitations.NONE);
            bench.standIn().settle();
            Follower follower = bench.follower();
            follower.catchUp();

            assertEquals(new WriteAnswer.Missing(), out);
            assertEquals("Once", follower.told(changed.ref().eventId()).title());
            assertInstanceOf(EventShape.Override.class, changed.shape());
            assertTrue(follower.told(seriesId).isSeries(), "the series stays");
            assertEquals(Optional.empty(), session.instance(bench.calendar(), seriesId, third), "it was taken out");
            assertEquals(Optional.empty(), session.instance(bench.calendar(), seriesId, none), "it never was");
        }
    }

    /** A write that fails is reported after one request: whether it happened is for the library to find out. */
    @Test
    default void write_thatFails_isReportedAfterOneRequest() {
        try (Workbench bench = writing()) {
            WritableSession session = session(bench);
            Event base =
                    session.fetch(bench.calendar(), bench.putSamples(1).get(0)).orElseThrow();
            long before = bench.standIn().requests();

            bench.standIn().failNext(503, Optional.empty());
            CalendarSyncException fault = assertThrows(
                    CalendarSyncException.class,
                    () -> session.update(
                            bench.calendar(),
                            base,
                            EventDraft.builder().title("Ours").build(),
                            Invitations.NONE));

            assertInstanceOf(TransientFailure.class, fault);
            assertEquals(before + 1, bench.standIn().requests(), "requests for one write that was answered with 503");
        }
    }

    private Workbench writing() {
        Workbench bench = bench();
        ProviderUnderTest.TakesWrites standIn = bench.standInThat(ProviderUnderTest.TakesWrites.class);
        Assumptions.assumeTrue(standIn.isWritten(), "skipped: the stand-in's calendar may only be read");
        return bench;
    }

    private static WritableSession session(Workbench bench) {
        return assertInstanceOf(WritableSession.class, bench.open());
    }

    private static Creation creation(Workbench bench, String title) {
        EventDraft draft = EventDraft.builder().time(bench.time(3)).title(title).build();
        return new Creation("0123456789abcdef".repeat(4), "mark-of-ours", draft, Invitations.NONE);
    }

    private static Event written(WriteAnswer answer) {
        return assertInstanceOf(WriteAnswer.Written.class, answer).event();
    }
}
