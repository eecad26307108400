package io.calendarsync.examples.feed;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The events of several calendars in a row, each meeting once: one that an earlier calendar has too, by its UID and its
 * time, is passed over. Within a calendar all are there. Where there are several, the names of all events are remembered.
 */
final class OnceOnly implements Iterable<Event> {

    private final List<Iterable<Event>> calendars;
    private long passedOver;

    OnceOnly(List<Iterable<Event>> calendars) {
        this.calendars = List.copyOf(calendars);
    }

    /** Returns how many were passed over when it was last gone through. */
    long passedOver() {
        return passedOver;
    }

    @Override
    public Iterator<Event> iterator() {
        passedOver = 0;
        if (calendars.size() == 1) {
            return calendars.get(0).iterator();
        }
        Map<List<Object>, Integer> firstIn = new HashMap<>();
        return IntStream.range(0, calendars.size())
                .boxed()
                .flatMap(index -> events(index).filter(event -> isFirst(event, index, firstIn)))
                .iterator();
    }

    private Stream<Event> events(int index) {
        return StreamSupport.stream(calendars.get(index).spliterator(), false);
    }

    private boolean isFirst(Event event, int index, Map<List<Object>, Integer> firstIn) {
        boolean first = firstIn.computeIfAbsent(meeting(event), none -> index) == index;
        passedOver += first ? 0 : 1;
        return first;
    }

    private static List<Object> meeting(Event event) {
        return event.shape() instanceof EventShape.Override override
                ? List.of(event.uid(), event.time(), override.recurrenceId())
                : List.of(event.uid(), event.time());
    }
}
