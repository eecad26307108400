package io.calendarsync.engine.agenda;

import io.calendarsync.Gap;
import io.calendarsync.OccurrencePage;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages through what takes place. Time is looked at in stretches that grow where little takes place, so that a page
 * costs what it shows, however long the interval. Pure but for what it reads.
 */
final class Timeline {

    private static final Duration FIRST_STRETCH = Duration.ofDays(7);

    private final Function<Interval, Reading> reader;

    /**
     * Creates it.
     *
     * @param reader reads all that touches a stretch of time
     */
    Timeline(Function<Interval, Reading> reader) {
        this.reader = reader;
    }

    /** An occurrence and where it stands. */
    private record Placed(Place place, Occurrence occurrence) {}

    /** Returns a page of what touches an interval, by start. */
    OccurrencePage page(Interval within, Optional<Place> after, int limit) {
        List<Placed> found = new ArrayList<>();
        Map<CalendarId, Instant> asOf = new HashMap<>();
        List<Gap> unknown = new ArrayList<>();
        Instant from = after.map(Place::start)
                .filter(start -> start.isAfter(within.start()))
                .orElse(within.start());
        Duration length = FIRST_STRETCH;
        while (from.isBefore(within.end()) && found.size() <= limit) {
            Instant until = within.end().minus(length).isAfter(from) ? from.plus(length) : within.end();
            Interval stretch = new Interval(from, until);
            boolean isFirst = from.equals(within.start());
            Reading reading = reader.apply(stretch);
            reading.asOf().forEach((calendar, at) -> asOf.merge(calendar, at, Timeline::earlier));
            unknown.addAll(reading.unknown());
            reading.occurrences().stream()
                    .filter(one -> isFirst || stretch.contains(one.span().start()))
                    .map(one -> new Placed(Place.of(one), one))
                    .filter(one -> after.isEmpty() || one.place().compareTo(after.get()) > 0)
                    .sorted(Comparator.comparing(Placed::place))
                    .forEach(found::add);
            from = until;
            length = length.multipliedBy(2);
        }
        List<Occurrence> items =
                found.stream().limit(limit).map(Placed::occurrence).toList();
        Optional<String> next =
                found.size() > limit ? Optional.of(found.get(limit - 1).place().text()) : Optional.empty();
        return new OccurrencePage(items, next, asOf, Gaps.joined(unknown));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
