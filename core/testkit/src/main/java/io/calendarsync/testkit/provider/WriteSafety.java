package io.calendarsync.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.AccessDenied;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Invitations;
import io.calendarsync.model.Text;
import io.calendarsync.spi.provider.Creation;
import io.calendarsync.spi.provider.OwnMarker;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.WritableSession;
import io.calendarsync.spi.provider.WriteAnswer;
import io.calendarsync.spi.provider.WriteAnswer.Exists;
import io.calendarsync.spi.provider.WriteAnswer.Missing;
import io.calendarsync.spi.provider.WriteAnswer.Refused;
import io.calendarsync.spi.provider.WriteAnswer.Stale;
import io.calendarsync.spi.provider.WriteAnswer.Written;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is written is there, once, and takes nothing else along; what cannot be written is refused and changes nothing. */
interface WriteSafety extends Starts {

    /** The name creations of these tests go by, but for its last digit. */
    String NAME = "5f3c9a0e7b1d4826a5f3c9a0e7b1d4826a5f3c9a0e7b1d4826a5f3c9a0e7b1d";

    /** A session that cannot write is no {@link WritableSession}, or refuses cleanly where the calendar may only be read. */
    @Test
    default void session_ofAStandInThatCannotBeWrittenTo_doesNotPretendToWrite() {
        try (Workbench bench = bench()) {
            Assumptions.assumeFalse(isWritten(bench), "skipped: it can be");
            String id = bench.put(bench.sample(1));
            ProviderSession session = bench.open();
            if (session instanceof WritableSession writable) {
                WriteAnswer answer;
                try {
                    answer = writable.create(bench.calendar(), creation(bench, 0, "Refused"));
                } catch (AccessDenied refused) {
                    answer = new Refused(WriteAnswer.Reason.NOT_ALLOWED, "");
                }
                assertInstanceOf(Refused.class, answer, "what may only be read is not written to");
            }
            assertEquals(
                    Optional.of(id),
                    bench.open()
                            .fetch(bench.calendar(), id)
                            .map(one -> one.ref().eventId()));
        }
    }

    /** What is created is answered with its id and our mark, and fetched and listed as it was drafted. */
    @Test
    default void creation_isAnsweredAsItIsFetchedAndListed_andBearsOurMark() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Creation creation = creation(bench, 1, "Created");

            Event made = written(session.create(bench.calendar(), creation));

            bench.standIn().settle();
            assertEquals("Created", made.title());
            assertEquals(creation.marker(), OwnMarker.on(made));
            session.idOf(creation).ifPresent(id -> assertEquals(id, made.ref().eventId(), "the id told beforehand"));
            Event fetched = fetched(bench, made.ref().eventId());
            assertEquals(Workbench.Looks.of(made), Workbench.Looks.of(fetched));
            assertEquals(creation.marker(), OwnMarker.on(fetched));
            Follower follower = bench.follower();
            follower.catchUp();
            assertEquals(
                    Workbench.Looks.of(made),
                    Workbench.Looks.of(follower.told(made.ref().eventId())),
                    "what was created is listed");
        }
    }

    /** The same creation twice makes one event, and says so or answers with it. */
    @Test
    default void creation_sentTwice_makesOneEvent() {
        try (Workbench bench = bench()) {
            Creation creation = creation(bench, 2, "Once");
            Event made = written(writable(bench).create(bench.calendar(), creation));
            bench.standIn().settle();

            WriteAnswer again = writable(bench).create(bench.calendar(), again(creation));

            bench.standIn().settle();
            assertTrue(again instanceof Exists || again instanceof Written, () -> "answered " + again);
            if (again instanceof Written same) {
                assertEquals(made.ref().eventId(), same.event().ref().eventId());
            }
            Follower follower = bench.follower();
            follower.catchUp();
            assertEquals(1, follower.events().size(), "events after the same creation was sent twice");
        }
    }

    /** A name stays taken by what was deleted, where names are ids; nothing comes back under it. */
    @Test
    default void creation_underTheNameOfADeletedEvent_bringsNothingBack() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Creation creation = creation(bench, 3, "Deleted");
            Assumptions.assumeTrue(session.idOf(creation).isPresent(), "skipped: names are no ids here");
            Event made = written(session.create(bench.calendar(), creation));
            bench.standIn().settle();
            assertInstanceOf(Missing.class, session.delete(bench.calendar(), made, Invitations.NONE));
            bench.standIn().settle();

            assertInstanceOf(Exists.class, writable(bench).create(bench.calendar(), again(creation)));
            assertEquals(
                    Optional.empty(),
                    bench.open().fetch(bench.calendar(), made.ref().eventId()));
        }
    }

    /** An update changes what the draft says, and leaves what it leaves open and what users added. */
    @Test
    default void update_changesWhatTheDraftSays_andNothingElse() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            EventDraft draft = draft(bench, "Before").toBuilder()
                    .description(Text.plain("Kept"))
                    .build();
            Event made = written(session.create(bench.calendar(), creation(4, draft)));

            EventDraft change = EventDraft.builder().title("After").build();
            Event changed = written(session.update(bench.calendar(), made, change, Invitations.NONE));

            bench.standIn().settle();
            Event fetched = fetched(bench, made.ref().eventId());
            assertEquals("After", changed.title());
            assertEquals("After", fetched.title());
            assertEquals("Kept", fetched.details().description().content(), "what the draft leaves open");
            assertEquals(made.time(), fetched.time(), "what the draft leaves open");
            assertEquals(OwnMarker.on(made), OwnMarker.on(fetched), "the mark stays");
            if (!made.revision().etag().isEmpty()) {
                assertFalse(
                        made.revision().etag().equals(changed.revision().etag()), "another version has another tag");
            }
        }
    }

    /** What was changed since it was read is neither written over nor deleted. */
    @Test
    default void write_overAVersionThatIsNoMore_isStaleAndWritesNothing() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Event made = written(session.create(bench.calendar(), creation(bench, 5, "First")));
            Assumptions.assumeFalse(made.revision().etag().isEmpty(), "skipped: it has no version tags");
            EventDraft second = EventDraft.builder().title("Second").build();
            written(session.update(bench.calendar(), made, second, Invitations.NONE));
            bench.standIn().settle();

            EventDraft third = EventDraft.builder().title("Third").build();
            assertInstanceOf(Stale.class, session.update(bench.calendar(), made, third, Invitations.NONE));
            assertInstanceOf(Stale.class, session.delete(bench.calendar(), made, Invitations.NONE));
            assertEquals("Second", fetched(bench, made.ref().eventId()).title());
        }
    }

    /** What is deleted is gone; to delete or change what is gone is answered as missing, without a fault. */
    @Test
    default void deletion_isAnsweredAsMissing_howeverOften() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Event made = written(session.create(bench.calendar(), creation(bench, 6, "Gone")));

            assertInstanceOf(Missing.class, session.delete(bench.calendar(), made, Invitations.NONE));

            bench.standIn().settle();
            assertEquals(
                    Optional.empty(),
                    bench.open().fetch(bench.calendar(), made.ref().eventId()));
            assertInstanceOf(Missing.class, session.delete(bench.calendar(), made, Invitations.NONE));
            EventDraft draft = EventDraft.builder().title("Back").build();
            assertInstanceOf(Missing.class, session.update(bench.calendar(), made, draft, Invitations.NONE));
        }
    }

    /** A calendar that is not there is a fault, never a missing event: what is in it may be there for ever. */
    @Test
    default void write_toACalendarThatIsNotThere_isNotFound() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Event made = written(session.create(bench.calendar(), creation(bench, 7, "Here")));

            assertThrows(NotFound.class, () -> session.create("no-such-calendar", creation(bench, 8, "Nowhere")));
            assertThrows(NotFound.class, () -> session.delete("no-such-calendar", made, Invitations.NONE));
        }
    }

    /** A write that fails is tried once: whether it happened is for the library to find out. */
    @Test
    default void write_thatFails_isSentOnce() {
        try (Workbench bench = bench()) {
            WritableSession session = writable(bench);
            Event made = written(session.create(bench.calendar(), creation(bench, 9, "Kept")));
            long before = bench.standIn().requests();
            bench.standIn().failNext(503, Optional.empty());

            EventDraft change = EventDraft.builder().title("Lost").build();
            assertThrows(
                    ProviderUnavailable.class, () -> session.update(bench.calendar(), made, change, Invitations.NONE));

            assertEquals(before + 1, bench.standIn().requests(), "requests for one write that was answered with 503");
            bench.standIn().settle();
            assertEquals("Kept", fetched(bench, made.ref().eventId()).title());
        }
    }

    private static boolean isWritten(Workbench bench) {
        return bench.standIn() instanceof ProviderUnderTest.TakesWrites written && written.isWritten();
    }

    private static WritableSession writable(Workbench bench) {
        Assumptions.assumeTrue(isWritten(bench), "skipped: the stand-in's calendar cannot be written to");
        return assertInstanceOf(WritableSession.class, bench.open(), "a session that writes");
    }

    private static Creation creation(Workbench bench, int number, String title) {
        return creation(number, draft(bench, title));
    }

    private static Creation creation(int number, EventDraft draft) {
        return new Creation(NAME + number, "contract/" + number, draft, Invitations.NONE);
    }

    private static Creation again(Creation first) {
        return new Creation(first.name(), first.marker(), first.draft(), first.invitations(), true);
    }

    private static EventDraft draft(Workbench bench, String title) {
        return EventDraft.builder().time(bench.time(3)).title(title).build();
    }

    private static Event written(WriteAnswer answer) {
        return assertInstanceOf(Written.class, answer, "what can be written is").event();
    }

    private static Event fetched(Workbench bench, String id) {
        return bench.open().fetch(bench.calendar(), id).orElseThrow();
    }
}
