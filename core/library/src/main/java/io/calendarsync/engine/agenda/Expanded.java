package io.calendarsync.engine.agenda;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Occurrences;
import io.calendarsync.recurrence.Series;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What takes place in a stretch of time.
 *
 * @param items the occurrences, in no order
 * @param cut the stretches in which more may take place, of series that take too many steps
 */
record Expanded(List<Occurrence> items, List<Interval> cut) {

    /** Expands the events of one calendar. An override whose series is not there stands alone. */
    static Expanded of(Collection<Event> events, Interval within, ZoneId viewer) {
        Map<String, List<Event>> overrides = new HashMap<>();
        for (Event event : events) {
            if (event.shape() instanceof EventShape.Override override) {
                overrides
                        .computeIfAbsent(override.seriesId(), series -> new ArrayList<>())
                        .add(event);
            }
        }
        Expanded all = new Expanded(new ArrayList<>(), new ArrayList<>());
        for (Event event : events) {
            if (!(event.shape() instanceof EventShape.Override)) {
                List<Event> ours = overrides.remove(event.ref().eventId());
                all.add(event, ours == null ? List.of() : ours, within, viewer);
            }
        }
        overrides.values().forEach(orphans -> orphans.forEach(orphan -> all.add(orphan, List.of(), within, viewer)));
        return all;
    }

    private void add(Event event, List<Event> overrides, Interval within, ZoneId viewer) {
        if (!event.isSeries() && overrides.isEmpty() && !(event.shape() instanceof EventShape.Override)) {
            addSingle(event, within, viewer);
            return;
        }
        Occurrences found = Series.of(event, overrides).between(within, viewer);
        items.addAll(found.items());
        if (found.cut()) {
            // All of it: what was moved is found in spite of the cut, and may lie anywhere.
            cut.add(within);
        }
    }

    /** By far the most common, so it does not go the way of a series of one. */
    private void addSingle(Event event, Interval within, ZoneId viewer) {
        Interval span = event.span(viewer);
        if (span.overlaps(within) && event.disposition().status() != EventStatus.CANCELLED) {
            items.add(new Occurrence(event, Optional.empty(), event.time(), span));
        }
    }
}
