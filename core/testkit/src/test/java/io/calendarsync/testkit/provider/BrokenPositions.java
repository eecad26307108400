package io.calendarsync.testkit.provider;

import io.calendarsync.CursorLost;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** Sessions that get one thing wrong about where a reader stands. */
final class BrokenPositions {

    private BrokenPositions() {}

    /** Answers a lost cursor as if nothing had changed. */
    static final class SwallowsALostCursor extends DelegatingSession {
        SwallowsALostCursor(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            try {
                return whole.changes(calendar, from);
            } catch (CursorLost lost) {
                Position cursor = from instanceof Position.NextPage page ? page.base() : from;
                return cursor instanceof Position.Cursor
                        ? new ChangePage(Coverage.CHANGES, List.of(), cursor)
                        : whole.changes(calendar, cursor);
            }
        }
    }

    /** Keeps the cursor its round began with. */
    static final class ReturnsTheFirstCursorAsTheLast extends DelegatingSession {
        ReturnsTheFirstCursorAsTheLast(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            Position begun = from instanceof Position.NextPage next ? next.base() : from;
            return page.isLast() && begun instanceof Position.Cursor
                    ? new ChangePage(page.coverage(), page.changes(), begun)
                    : page;
        }
    }

    /** Gives the cursor of this moment at the end of a listing that began before it. */
    static final class TakesACursorOfItsOwnAtTheEnd extends DelegatingSession {
        TakesACursorOfItsOwnAtTheEnd(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            if (!page.isLast() || !(from instanceof Position.NextPage next)) {
                return page;
            }
            Position now = next.base();
            do {
                now = whole.changes(calendar, now).next();
            } while (now instanceof Position.NextPage);
            return new ChangePage(page.coverage(), page.changes(), now);
        }
    }

    /** Calls the page before the base of a page. */
    static final class MixesUpTheBase extends DelegatingSession {
        private final Position start;

        MixesUpTheBase(ProviderSession whole, Position start) {
            super(whole);
            this.start = start;
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            Position asked = from;
            if (from instanceof Position.NextPage page && page.token().startsWith("based:")) {
                int end = page.token().indexOf('|');
                asked = new Position.NextPage(
                        new Position.Cursor(page.token().substring("based:".length(), end)),
                        page.token().substring(end + 1));
            }
            ChangePage page = whole.changes(calendar, asked);
            return page.next() instanceof Position.NextPage next && next.base() instanceof Position.Cursor base
                    ? new ChangePage(
                            page.coverage(),
                            page.changes(),
                            new Position.NextPage(start, "based:" + base.token() + "|" + next.token()))
                    : page;
        }
    }

    /** Hands out numbers for positions that only the session knows that gave them. */
    static final class KeepsPositionsInTheSession extends DelegatingSession {
        private final List<Position> given = new ArrayList<>();

        KeepsPositionsInTheSession(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, known(from));
            given.add(page.next());
            String number = Integer.toString(given.size() - 1);
            Position next = page.next() instanceof Position.Cursor
                    ? new Position.Cursor(number)
                    : new Position.NextPage(begun(from), number);
            return new ChangePage(page.coverage(), page.changes(), next);
        }

        private static Position begun(Position from) {
            return from instanceof Position.NextPage page ? page.base() : from;
        }

        private Position known(Position from) {
            String number = from instanceof Position.NextPage page
                    ? page.token()
                    : from instanceof Position.Cursor cursor ? cursor.token() : "";
            return number.matches("\\d+") && Integer.parseInt(number) < given.size()
                    ? given.get(Integer.parseInt(number))
                    : from;
        }
    }

    /** Lets all sessions of a provider turn the pages of one round. */
    static final class SharesPositionsBetweenSessions extends BrokenProvider {
        SharesPositionsBetweenSessions(CalendarProvider whole) {
            super(whole, breakage(new AtomicReference<>()));
        }

        private static BiFunction<ProviderSession, SessionContext, ProviderSession> breakage(
                AtomicReference<Position> current) {
            return (session, context) -> new DelegatingSession(session) {
                @Override
                public ChangePage changes(String calendar, Position from) {
                    Position shared = current.get();
                    boolean turning = from instanceof Position.NextPage && shared instanceof Position.NextPage;
                    ChangePage page = whole.changes(calendar, turning && shared != null ? shared : from);
                    current.set(page.next());
                    return page;
                }
            };
        }
    }
}
