package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Providers that do not say or see that something has changed since. */
final class BrokenChanges {

    private BrokenChanges() {}

    /** Leaves some of what changed out; listings are whole. */
    private abstract static class LeavesOut extends DelegatingSession {
        private final Map<String, Event> told = new HashMap<>();

        LeavesOut(ProviderSession whole) {
            super(whole);
        }

        /** Returns whether a change is not told, given what was told of the event before. */
        abstract boolean leavesOut(RemoteChange change, Optional<Event> before);

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> kept = page.changes().stream()
                    .filter(change -> page.coverage() != Coverage.CHANGES
                            || !leavesOut(change, Optional.ofNullable(told.get(change.eventId()))))
                    .toList();
            for (RemoteChange change : kept) {
                if (change instanceof RemoteChange.Present present) {
                    told.put(change.eventId(), present.event());
                }
            }
            return new ChangePage(page.coverage(), kept, page.next());
        }

        static boolean isOverride(Event event) {
            return event.shape() instanceof EventShape.Override;
        }

        static boolean isCancelled(RemoteChange change) {
            return change instanceof RemoteChange.Present present
                    && present.event().isCancelled();
        }
    }

    /** Takes instances of a series for what the series tells. */
    static final class ForgetsNewOverrides extends LeavesOut {
        ForgetsNewOverrides(ProviderSession whole) {
            super(whole);
        }

        @Override
        boolean leavesOut(RemoteChange change, Optional<Event> before) {
            return before.isEmpty() && change instanceof RemoteChange.Present present && isOverride(present.event());
        }
    }

    /** Takes an override it has told for told. */
    static final class ForgetsEditsOfOverrides extends LeavesOut {
        ForgetsEditsOfOverrides(ProviderSession whole) {
            super(whole);
        }

        @Override
        boolean leavesOut(RemoteChange change, Optional<Event> before) {
            return change instanceof RemoteChange.Present
                    && !isCancelled(change)
                    && before.filter(LeavesOut::isOverride).isPresent();
        }
    }

    /** Tells tombstones of events that stand for themselves only. */
    static final class ForgetsRemovedOverrides extends LeavesOut {
        ForgetsRemovedOverrides(ProviderSession whole) {
            super(whole);
        }

        @Override
        boolean leavesOut(RemoteChange change, Optional<Event> before) {
            return change instanceof RemoteChange.Gone
                    && before.filter(LeavesOut::isOverride).isPresent();
        }
    }

    /** Filters cancelled instances, which the vendor lists beside the others. */
    static final class ForgetsCancelledOverrides extends LeavesOut {
        ForgetsCancelledOverrides(ProviderSession whole) {
            super(whole);
        }

        @Override
        boolean leavesOut(RemoteChange change, Optional<Event> before) {
            return isCancelled(change) && before.filter(LeavesOut::isOverride).isPresent();
        }
    }

    /** Filters cancelled events, which the vendor lists beside the others. */
    static final class ForgetsCancelledEvents extends LeavesOut {
        ForgetsCancelledEvents(ProviderSession whole) {
            super(whole);
        }

        @Override
        boolean leavesOut(RemoteChange change, Optional<Event> before) {
            return isCancelled(change) && before.filter(LeavesOut::isOverride).isEmpty();
        }
    }

    /** Tells an override that was cancelled as gone, which brings its instance back. */
    static final class TellsCancelledOverridesAsGone extends DelegatingSession {
        TellsCancelledOverridesAsGone(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> changes = page.changes().stream()
                    .map(change -> LeavesOut.isCancelled(change) ? new RemoteChange.Gone(change.eventId()) : change)
                    .toList();
            return new ChangePage(page.coverage(), changes, page.next());
        }
    }

    /** Fetches every event once, for all sessions and for ever. */
    static final class FetchesFromACache extends BrokenProvider {
        FetchesFromACache(CalendarProvider whole) {
            super(whole, breakage(new ConcurrentHashMap<>()));
        }

        private static BiFunction<ProviderSession, SessionContext, ProviderSession> breakage(
                Map<String, Optional<Event>> cache) {
            return (session, context) -> new DelegatingSession(session) {
                @Override
                public Optional<Event> fetch(String calendar, String eventId) {
                    return cache.computeIfAbsent(calendar + " " + eventId, missing -> whole.fetch(calendar, eventId));
                }
            };
        }
    }

    /** Gives every state of an event the same version tag. */
    static final class KeepsVersionTags extends DelegatingSession {
        KeepsVersionTags(ProviderSession whole) {
            super(whole);
        }

        @Override
        public ChangePage changes(String calendar, Position from) {
            ChangePage page = whole.changes(calendar, from);
            List<RemoteChange> tagged = page.changes().stream()
                    .map(change -> change instanceof RemoteChange.Present present ? tagged(present) : change)
                    .toList();
            return new ChangePage(page.coverage(), tagged, page.next());
        }

        private static RemoteChange tagged(RemoteChange.Present present) {
            Event event = present.event().toBuilder().etag("same").build();
            return RemoteChange.Present.tagged(present.eventId(), "same", () -> event);
        }
    }
}
