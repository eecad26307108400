package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.ZoneNames;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes what a draft says into Google's JSON, and leaves alone what is so already. Thread-safe. */
public final class EventDrafter {

    private final TimeMapper times;

    /**
     * Creates a drafter.
     *
     * @param zones finds zones by their names
     */
    public EventDrafter(ZoneNames zones) {
        this.times = new TimeMapper(zones);
    }

    /**
     * Writes a draft into a new event.
     *
     * @return why Google cannot express it; what was written is then of no use
     */
    public Optional<String> create(EventDraft draft, ObjectNode event) {
        return first(
                part(draft.time(), Optional.empty(), event, times::write),
                part(draft.title(), Optional.empty(), event, TextMapper::writeTitle),
                part(draft.description(), Optional.empty(), event, TextMapper::writeDescription),
                part(draft.locations(), Optional.empty(), event, TextMapper::writeLocations),
                part(draft.showAs(), Optional.empty(), event, StandingMapper::write),
                part(draft.visibility(), Optional.empty(), event, StandingMapper::write),
                part(draft.reminders(), Optional.empty(), event, AlertMapper::write),
                part(draft.attendees(), Optional.empty(), event, PeopleMapper::write));
    }

    /**
     * Writes a draft into an event there is.
     *
     * @param shown what that event says now
     * @return why Google cannot express it; what was written is then of no use
     */
    public Optional<String> change(EventDraft draft, Event shown, ObjectNode event) {
        return first(
                part(draft.time(), Optional.of(shown.time()), event, times::write),
                part(draft.title(), Optional.of(shown.title()), event, TextMapper::writeTitle),
                part(
                        draft.description(),
                        Optional.of(shown.details().description()),
                        event,
                        TextMapper::writeDescription),
                part(draft.locations(), Optional.of(shown.details().locations()), event, TextMapper::writeLocations),
                part(draft.showAs(), Optional.of(shown.disposition().showAs()), event, StandingMapper::write),
                part(draft.visibility(), Optional.of(shown.disposition().visibility()), event, StandingMapper::write),
                part(draft.reminders(), shownReminders(shown, event), event, AlertMapper::write),
                part(draft.attendees(), Optional.of(shown.participants().attendees()), event, PeopleMapper::write));
    }

    /** To have no reminders is not the same as to have the calendar's. */
    private static Optional<List<Reminder>> shownReminders(Event shown, ObjectNode event) {
        return Json.flag(event.path("reminders"), "useDefault")
                ? Optional.empty()
                : Optional.of(shown.details().reminders());
    }

    private static <T> Optional<String> part(
            Optional<T> wanted,
            Optional<T> shown,
            ObjectNode event,
            BiFunction<T, ObjectNode, Optional<String>> writer) {
        return wanted.isEmpty() || wanted.equals(shown) ? Optional.empty() : writer.apply(wanted.get(), event);
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... complaints) {
        for (Optional<String> complaint : complaints) {
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }
}
