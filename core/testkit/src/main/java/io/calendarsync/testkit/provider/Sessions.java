package io.calendarsync.testkit.provider;

import static io.calendarsync.testkit.provider.Workbench.gist;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sessions know nothing of each other, and the provider nothing of its sessions. */
interface Sessions extends Starts {

    /** The account is the same in every session. */
    @Test
    default void account_isTheSameInEverySession() {
        try (Workbench bench = bench()) {
            Account first = bench.open().account();

            assertEquals(first, bench.open().account());
            assertFalse(first.id().isEmpty(), "an account has an id");
        }
    }

    /** The list of calendars has the calendar in it and ends at a cursor. */
    @Test
    default void calendars_listTheCalendarAndEndAtACursor() {
        try (Workbench bench = bench()) {
            ProviderSession session = bench.open();
            List<RemoteCalendar> all = new ArrayList<>();
            CalendarListPage page = session.calendars(bench.start());
            all.addAll(page.calendars());
            for (int pages = 1; page.next() instanceof Position.NextPage && pages < 100; pages++) {
                page = session.calendars(page.next());
                all.addAll(page.calendars());
            }

            assertInstanceOf(Position.Cursor.class, page.next());
            assertTrue(
                    all.stream().anyMatch(calendar -> calendar.id().equals(bench.calendar())),
                    "the account's calendar is listed");
        }
    }

    /** Sessions that take turns do not disturb each other. */
    @Test
    default void sessions_inTurn_doNotDisturbEachOther() {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            Set<String> alone = gist(bench.round(bench.open(), bench.start()));
            Reader first = new Reader(bench);
            Reader second = new Reader(bench);

            for (int turn = 0; turn < 1_000 && !(first.ended() && second.ended()); turn++) {
                first.turnPage();
                second.turnPage();
            }

            assertEquals(alone, gist(first.pages), "read page by page in turn with another session");
            assertEquals(alone, gist(second.pages), "read page by page in turn with another session");
        }
    }

    /**
     * Sessions in two threads do not disturb each other.
     *
     * @throws InterruptedException if the test is stopped
     * @throws ExecutionException if a reader fails
     */
    @Test
    default void sessions_inTwoThreads_doNotDisturbEachOther() throws InterruptedException, ExecutionException {
        try (Workbench bench = bench()) {
            bench.putSamples(11);
            Set<String> alone = gist(bench.round(bench.open(), bench.start()));
            List<Callable<Set<String>>> readers = List.of(reader(bench), reader(bench));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (Future<Set<String>> told : threads.invokeAll(readers)) {
                    assertEquals(alone, told.get(), "read while another session read");
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** A session may be closed twice. */
    @Test
    default void session_closedTwice_isClosed() {
        try (Workbench bench = bench()) {
            ProviderSession session = bench.open();
            session.changes(bench.calendar(), bench.start());

            session.close();
            session.close();
        }
    }

    private static Callable<Set<String>> reader(Workbench bench) {
        ProviderSession session = bench.open();
        return () -> {
            Set<String> said = Set.of();
            for (int times = 0; times < 20; times++) {
                said = gist(bench.round(session, bench.start()));
            }
            return said;
        };
    }

    /** Reads one round, a page at a time. */
    final class Reader {
        private final Workbench bench;
        private final ProviderSession session;
        private final List<ChangePage> pages = new ArrayList<>();
        private Position position;

        Reader(Workbench bench) {
            this.bench = bench;
            this.session = bench.open();
            this.position = bench.start();
        }

        boolean ended() {
            return position instanceof Position.Cursor;
        }

        void turnPage() {
            if (!ended()) {
                ChangePage page = session.changes(bench.calendar(), position);
                pages.add(page);
                position = page.next();
            }
        }
    }
}
