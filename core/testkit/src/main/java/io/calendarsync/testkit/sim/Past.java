package io.calendarsync.testkit.sim;

import io.calendarsync.model.Event;
import io.calendarsync.testkit.provider.FakeCalendar;
import io.calendarsync.testkit.provider.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a provider's calendar ever held, and since when it shows what it shows. Confined. */
final class Past {

    /** A moment: how many calls had been made, and what time it was. */
    record Moment(long tick, Instant at) {}

    private final FakeCalendar calendar;
    private final Map<String, Set<Event>> states = new HashMap<>();
    private final Map<String, Moment> shown = new HashMap<>();
    private Predicate<Event> forgotten = event -> false;
    private long read;

    Past(FakeCalendar calendar) {
        this.calendar = calendar;
    }

    FakeCalendar calendar() {
        return calendar;
    }

    /** Notes what was edited since. */
    void catchUp(Moment now) {
        if (calendar.version() == read) {
            return;
        }
        for (JournalEntry entry : calendar.journalSince(read)) {
            read = entry.number();
            entry.takenAlong().forEach(gone -> shown.remove(gone.ref().eventId()));
            if (entry.after().isPresent()) {
                note(entry.after().get(), now);
            } else {
                shown.remove(entry.eventId());
            }
        }
    }

    private void note(Event event, Moment now) {
        String id = event.ref().eventId();
        Set<Event> all = states.computeIfAbsent(id, none -> new HashSet<>());
        all.add(Contents.of(event));
        all.add(Contents.stub(event));
        if (!forgotten.test(event)) {
            shown.putIfAbsent(id, now);
        }
    }

    /** Makes the provider forget; what it had forgotten before comes back first, as only then anybody is told. */
    void forget(Predicate<Event> which, Moment now) {
        remember(now);
        forgotten = which;
        calendar.forget(which);
        shown.keySet().retainAll(calendar.events().keySet());
        catchUp(now);
    }

    void remember(Moment now) {
        forgotten = event -> false;
        calendar.remember();
        catchUp(now);
        calendar.events().keySet().forEach(id -> shown.putIfAbsent(id, now));
    }

    /** Returns whether an event ever had that content. */
    boolean ever(Event event) {
        return states.getOrDefault(event.ref().eventId(), Set.of()).contains(Contents.of(event));
    }

    boolean knows(String eventId) {
        return states.containsKey(eventId);
    }

    /** Returns since when an event has been shown without interruption; absent while it is not. */
    Optional<Moment> shownSince(String eventId) {
        return Optional.ofNullable(shown.get(eventId));
    }
}
