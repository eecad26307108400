package io.calendarsync.testkit.provider;

import static io.calendarsync.testkit.provider.Workbench.gist;
import static io.calendarsync.testkit.provider.Workbench.last;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.CursorLost;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Positions are all a reader keeps: they outlive sessions, may be used again, and are refused when they are lost. */
interface Positions extends Starts {

    /** A cursor handed to another session goes on where it stood. */
    @Test
    default void cursor_inANewSession_goesOnWhereItStood() {
        try (Workbench bench = bench()) {
            bench.putSamples(6);
            Position cursor = bench.caughtUp(bench.open());
            bench.put(bench.sample(70));

            List<ChangePage> same = bench.round(bench.open(), cursor);
            List<ChangePage> again = bench.round(bench.open(), written(cursor));

            assertEquals(gist(same), gist(again), "a cursor is its text and nothing else");
        }
    }

    /** A page token handed to another session goes on where it stood. */
    @Test
    default void page_inANewSession_goesOnWhereItStood() {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            Position page = firstPage(bench, bench.open()).next();

            List<ChangePage> same = bench.round(bench.open(), page);
            List<ChangePage> again = bench.round(bench.open(), written(page));

            assertEquals(gist(same), gist(again), "a page token is its text and nothing else");
        }
    }

    /** A position used twice gives the same both times. */
    @Test
    default void position_usedTwice_givesTheSame() {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            ProviderSession session = bench.open();
            Position page = firstPage(bench, session).next();
            assertEquals(
                    gist(bench.round(session, page)), gist(bench.round(session, page)), "the rest of a listing, twice");

            Position cursor = bench.caughtUp(session);
            bench.put(bench.sample(3).toBuilder().title("Edited").build());
            bench.put(bench.sample(70));
            assertEquals(gist(bench.round(session, cursor)), gist(bench.round(session, cursor)), "what changed, twice");
        }
    }

    /** A cursor the provider forgot is refused, never answered as if nothing had changed. */
    @Test
    default void cursor_thatWasLost_isRefusedAndNeverAnsweredAsIfNothingHadChanged() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.LosesCursors standIn = bench.standInThat(ProviderUnderTest.LosesCursors.class);
            bench.putSamples(6);
            Follower follower = bench.follower();
            follower.catchUp();
            bench.put(bench.sample(70));

            standIn.loseCursors();

            ProviderSession session = bench.open();
            assertThrows(CursorLost.class, () -> session.changes(bench.calendar(), follower.position()));
            follower.catchUp();
            bench.assertHoldsWhatWasPut(follower.events(), "after a lost cursor and a listing");
        }
    }

    /** Being told what is read next changes nothing that is read. */
    @Test
    default void page_toldAhead_isTheSamePage() {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            ProviderSession session = bench.open();
            Position second = firstPage(bench, session).next();
            List<ChangePage> rest = bench.round(session, second);

            session.ahead(bench.calendar(), second);

            assertEquals(gist(rest), gist(bench.round(session, second)), "the rest of a listing, the first page ahead");
            session.ahead(bench.calendar(), second);
            Position end = last(rest).next();
            assertEquals(
                    gist(bench.round(session, end)), gist(bench.round(session, end)), "another page than the one told");
            session.ahead(bench.calendar(), second);
            session.close();
        }
    }

    /** Whatever is wrong with what is read next is told when it is read, not before. */
    @Test
    default void cursor_thatNobodyGave_toldAhead_isRefusedWhenItIsRead() {
        try (Workbench bench = bench()) {
            bench.putSamples(2);
            ProviderSession session = bench.open();
            Position foreign = new Position.Cursor("nobody gave this");

            session.ahead(bench.calendar(), foreign);

            assertThrows(CursorLost.class, () -> session.changes(bench.calendar(), foreign));
        }
    }

    /** A page token the provider forgot is refused. */
    @Test
    default void page_thatWasLost_isRefused() {
        try (Workbench bench = bench()) {
            ProviderUnderTest.LosesPages standIn = bench.standInThat(ProviderUnderTest.LosesPages.class);
            bench.putSamples(11);
            Position page = firstPage(bench, bench.open()).next();

            standIn.losePages();

            ProviderSession another = bench.open();
            assertThrows(CursorLost.class, () -> another.changes(bench.calendar(), page));
        }
    }

    /** A cursor nobody gave is refused. */
    @Test
    default void cursor_thatNobodyGave_isRefused() {
        try (Workbench bench = bench()) {
            bench.putSamples(2);
            ProviderSession session = bench.open();

            assertThrows(
                    CursorLost.class, () -> session.changes(bench.calendar(), new Position.Cursor("nobody gave this")));
        }
    }

    /** An edit made while paging is told by the rest of the round or after it. */
    @Test
    default void edit_whilePaging_isToldByTheRestOfTheRoundOrAfterIt() {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            ProviderSession session = bench.open();
            ChangePage first = firstPage(bench, session);
            Assumptions.assumeTrue(
                    first.coverage() == Coverage.LISTING,
                    "skipped: a snapshot that was replaced is refused as a whole");

            bench.put(bench.sample(1).toBuilder().title("Edited meanwhile").build());
            List<ChangePage> rest = bench.round(session, first.next());
            List<ChangePage> after = bench.round(session, last(rest).next());

            assertTrue(
                    Stream.of(rest, after)
                            .flatMap(pages -> gist(pages).stream())
                            .anyMatch(said -> said.contains("meanwhile")),
                    "an edit made between two pages is in neither the rest of the listing nor what its cursor tells");
        }
    }

    private static ChangePage firstPage(Workbench bench, ProviderSession session) {
        ChangePage page = session.changes(bench.calendar(), bench.start());
        assertInstanceOf(Position.NextPage.class, page.next(), "the stand-in was started with pages of 4");
        return page;
    }

    /** Returns the position as a store gives it back: other objects, the same text. */
    private static Position written(Position position) {
        if (position instanceof Position.NextPage page) {
            return new Position.NextPage(written(page.base()), copy(page.token()));
        }
        return position instanceof Position.Cursor cursor ? new Position.Cursor(copy(cursor.token())) : position;
    }

    private static String copy(String text) {
        return new StringBuilder(text).toString();
    }
}
