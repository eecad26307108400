package io.calendarsync.testkit.provider;

import io.calendarsync.CursorLost;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The least reader that keeps up with a calendar by following the contract of {@link ProviderSession}: no store, no
 * crash, no hurry. What it holds after a round is what the provider says there is.
 */
final class Follower {

    private static final int MOST_PAGES = 100_000;

    private final ProviderSession session;
    private final String calendar;
    private final Position.Start start;
    private final Map<String, Event> events = new TreeMap<>();
    private final Set<String> listed = new HashSet<>();
    private final VersionTags tags = new VersionTags();
    private boolean sweepDue;
    private Position position;

    Follower(ProviderSession session, String calendar, SyncWindow window) {
        this.session = session;
        this.calendar = calendar;
        this.start = new Position.Start(window);
        this.position = start;
    }

    Map<String, Event> events() {
        return events;
    }

    /** Returns one event, which is expected to have been told. */
    Event told(String id) {
        Event event = events.get(id);
        if (event == null) {
            throw new AssertionError("event " + id + " was not told");
        }
        return event;
    }

    Position position() {
        return position;
    }

    /** Reads to the end of a round that needs no second; returns how many pages that took. */
    int catchUp() {
        return catchUp(() -> {});
    }

    /** The same, with something happening between any two pages. */
    int catchUp(Runnable between) {
        int pages = 0;
        RoundLog round = new RoundLog();
        while (pages++ < MOST_PAGES) {
            Optional<ChangePage> page = ask();
            if (page.isEmpty()) {
                continue;
            }
            read(page.get(), round);
            position = page.get().next();
            if (page.get().isLast()) {
                round.unsettled().forEach(this::settle);
                round = new RoundLog();
                if (!ended(page.get().coverage())) {
                    continue;
                }
                return pages;
            }
            between.run();
        }
        throw new AssertionError("the round has not ended after " + MOST_PAGES + " pages");
    }

    /** Asks for the next page; where it is refused, falls back to where the round began, and from there to the start. */
    private Optional<ChangePage> ask() {
        try {
            return Optional.of(session.changes(calendar, position));
        } catch (CursorLost lost) {
            if (position instanceof Position.Start) {
                throw new AssertionError("the start of a listing was refused", lost);
            }
            position = position instanceof Position.NextPage page ? page.base() : start;
            sweepDue &= !(position instanceof Position.Start);
            if (!sweepDue) {
                listed.clear();
            }
            return Optional.empty();
        }
    }

    private void read(ChangePage page, RoundLog round) {
        for (RemoteChange change : page.changes()) {
            round.note(change);
            if (change instanceof RemoteChange.Present present) {
                tags.check(present);
                present(present.event());
            } else if (change instanceof RemoteChange.Gone gone) {
                gone(gone.eventId());
            }
        }
    }

    /** Does what the end of a round of that coverage asks for; returns whether it needs no second round. */
    private boolean ended(Coverage coverage) {
        if (coverage == Coverage.LISTING) {
            sweepDue = true;
            return false;
        }
        if (coverage == Coverage.SNAPSHOT || sweepDue) {
            events.keySet().retainAll(listed);
        }
        sweepDue = false;
        listed.clear();
        return true;
    }

    private void present(Event event) {
        String id = event.ref().eventId();
        listed.add(id);
        Event known = events.get(id);
        if (known == null || !isOlder(event, known)) {
            events.put(id, event);
        }
    }

    private void gone(String id) {
        events.remove(id);
        listed.remove(id);
        events.values()
                .removeIf(event -> event.shape() instanceof EventShape.Override override
                        && override.seriesId().equals(id));
    }

    private void settle(String id) {
        Optional<Event> now = session.fetch(calendar, id);
        if (now.isPresent()) {
            events.put(id, now.get());
            listed.add(id);
        } else {
            gone(id);
        }
    }

    private static boolean isOlder(Event event, Event known) {
        Optional<Instant> then = event.revision().updated();
        Optional<Instant> since = known.revision().updated();
        return then.isPresent() && since.isPresent() && then.get().isBefore(since.get());
    }

    /**
     * What a round said of each id, so that doubts and contradictions are settled when all of it has been said. Those
     * of a round that was broken off stay: what it said has been believed, and may not be said again.
     */
    private static final class RoundLog {
        private final Set<String> present = new HashSet<>();
        private final Set<String> gone = new HashSet<>();
        private final Set<String> doubtful = new HashSet<>();

        void note(RemoteChange change) {
            Set<String> said = change instanceof RemoteChange.Present
                    ? present
                    : change instanceof RemoteChange.Gone ? gone : doubtful;
            said.add(change.eventId());
        }

        Set<String> unsettled() {
            Set<String> unsettled = new HashSet<>(present);
            unsettled.retainAll(gone);
            unsettled.addAll(doubtful);
            return unsettled;
        }
    }
}
