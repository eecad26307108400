package io.calendarsync.testkit.provider;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import java.util.List;

/** Sessions that get one thing wrong about what is on a page. */
final class BrokenPages {

    private BrokenPages() {}

    /** Stops reading when it sees the cursor, before it has looked at the items beside it. */
    static final class DropsTheLastPage extends DelegatingSession {
        DropsTheLastPage(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            return page.isLast() && from instanceof Position.NextPage
                    ? new ChangePage(page.coverage(), List.of(), page.next())
                    : page;
        }
    }

    /** Takes a page that is not full for the last. */
    static final class TakesAShortPageForTheLast extends DelegatingSession {
        TakesAShortPageForTheLast(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            Position next = page.next();
            while (page.changes().size() < Workbench.PAGE && !(next instanceof Position.Cursor)) {
                next = whole.changes(calendar, next).next();
            }
            return new ChangePage(page.coverage(), page.changes(), next);
        }
    }

    /** Asks for what was deleted and leaves it out. */
    static final class ForgetsTombstones extends DelegatingSession {
        ForgetsTombstones(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> present = page.changes().stream()
                    .filter(RemoteChange.Present.class::isInstance)
                    .toList();
            return new ChangePage(page.coverage(), present, page.next());
        }
    }

    /** Builds ids of its own, anew in every session. */
    static final class ChangesIdsBetweenRounds extends DelegatingSession {
        private final String suffix = "-" + Integer.toHexString(System.identityHashCode(this));

        ChangesIdsBetweenRounds(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> renamed = page.changes().stream()
                    .map(change -> change instanceof RemoteChange.Present present
                            ? new RemoteChange.Present(renamed(present.event()))
                            : change)
                    .toList();
            return new ChangePage(page.coverage(), renamed, page.next());
        }

        private Event renamed(Event event) {
            EventRef ref = event.ref();
            return event.toBuilder()
                    .ref(new EventRef(ref.calendarId(), ref.eventId() + suffix))
                    .build();
        }
    }

    /** Calls a page the whole only while it is the first. */
    static final class FlipsCoverageMidRound extends DelegatingSession {
        FlipsCoverageMidRound(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            return from instanceof Position.NextPage
                    ? new ChangePage(Coverage.CHANGES, page.changes(), page.next())
                    : page;
        }
    }

    /** Lets one item that cannot be mapped fail its page. */
    static final class FailsThePageOfAPoisonItem extends DelegatingSession {
        FailsThePageOfAPoisonItem(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            for (RemoteChange change : page.changes()) {
                if (change instanceof RemoteChange.Present present
                        && !present.event().degradations().isEmpty()) {
                    throw new InvalidRequest("an item cannot be read", FaultSource.of("fake"));
                }
            }
            return page;
        }
    }

    /** Leaves out what it cannot map. */
    static final class DropsAPoisonItem extends DelegatingSession {
        DropsAPoisonItem(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> readable = page.changes().stream()
                    .filter(change -> !(change instanceof RemoteChange.Present present)
                            || present.event().degradations().isEmpty())
                    .toList();
            return new ChangePage(page.coverage(), readable, page.next());
        }
    }
}
