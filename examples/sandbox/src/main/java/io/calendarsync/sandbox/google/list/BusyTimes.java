package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.event.Series;
import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.event.StoredEvent;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a calendar is taken, joined where events touch. */
public final class BusyTimes {

    private BusyTimes() {}

    /** Returns the spans within a window, cut to it. */
    public static List<Span> of(StoredCalendar calendar, Span window) {
        List<Span> taken = new ArrayList<>();
        for (StoredEvent event : calendar.events().all()) {
            if (!event.index().cancelled() && event.index().span().reachesInto(window)) {
                ObjectNode tree = event.tree();
                if (takesTime(tree)) {
                    taken.addAll(
                            event.index().series()
                                    ? instances(calendar, event, tree, window)
                                    : List.of(event.index().span()));
                }
            }
        }
        taken.sort(Comparator.comparingLong(Span::start));
        return joined(taken, window);
    }

    private static List<Span> instances(StoredCalendar calendar, StoredEvent master, ObjectNode tree, Span window) {
        return Series.of(tree, calendar.zone()).within(window, Integer.MAX_VALUE).stream()
                .filter(times -> calendar.events()
                        .find(master.id() + "_" + times.stamp())
                        .isEmpty())
                .map(EventTimes::span)
                .toList();
    }

    private static boolean takesTime(ObjectNode event) {
        if (event.path("transparency").asText().equals("transparent")
                || event.path("eventType").asText().equals("workingLocation")) {
            return false;
        }
        for (var attendee : event.path("attendees")) {
            if (attendee.path("self").asBoolean()
                    && attendee.path("responseStatus").asText().equals("declined")) {
                return false;
            }
        }
        return true;
    }

    private static List<Span> joined(List<Span> sorted, Span window) {
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span cut = new Span(Math.max(span.start(), window.start()), Math.min(span.end(), window.end()));
            Span last = joined.isEmpty() ? Span.UNKNOWN : joined.get(joined.size() - 1);
            if (joined.isEmpty() || cut.start() > last.end()) {
                joined.add(cut);
            } else {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), cut.end())));
            }
        }
        return joined.stream().filter(span -> span.end() > span.start()).toList();
    }
}
