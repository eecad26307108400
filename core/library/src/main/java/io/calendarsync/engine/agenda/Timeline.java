package io.calendarsync.engine.agenda;

import io.calendarsync.Page;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages through what takes place. Time is looked at in stretches that grow where little takes place, so that a page
 * costs what it shows, however long the interval. Pure but for what it reads.
 */
final class Timeline {

    private static final Duration FIRST_STRETCH = Duration.ofDays(7);

    private final Function<Interval, List<Occurrence>> reader;

    /**
     * Creates it.
     *
     * @param reader returns all that touches a stretch of time
     */
    Timeline(Function<Interval, List<Occurrence>> reader) {
        this.reader = reader;
    }

    /** An occurrence and where it stands. */
    private record Placed(Place place, Occurrence occurrence) {}

    /** Returns a page of what touches an interval, by start. */
    Page<Occurrence> page(Interval within, Optional<Place> after, int limit) {
        List<Placed> found = new ArrayList<>();
        Instant from = after.map(Place::start)
                .filter(start -> start.isAfter(within.start()))
                .orElse(within.start());
        Duration length = FIRST_STRETCH;
        while (from.isBefore(within.end()) && found.size() <= limit) {
            Instant until = within.end().minus(length).isAfter(from) ? from.plus(length) : within.end();
            Interval stretch = new Interval(from, until);
            boolean isFirst = from.equals(within.start());
            reader.apply(stretch).stream()
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
        return new Page<>(items, next);
    }
}
