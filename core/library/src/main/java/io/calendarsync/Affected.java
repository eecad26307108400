package io.calendarsync;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the stretches of time a change touches. */
final class Affected {

    private Affected() {}

    static List<Interval> by(EventChange change, Interval within, ZoneId viewer) {
        List<Interval> spans = Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .flatMap(event -> spans(event, within, viewer))
                .sorted(Comparator.comparing(Interval::start).thenComparing(Interval::end))
                .toList();
        return joined(spans);
    }

    private static Stream<Interval> spans(Event event, Interval within, ZoneId viewer) {
        Stream<Interval> own =
                Series.of(event).between(within, viewer).items().stream().map(Occurrence::span);
        if (event.shape() instanceof EventShape.Override override) {
            Instant start = override.recurrenceId().instant(viewer);
            Interval original =
                    new Interval(start, start.plus(event.span(viewer).length()));
            return Stream.concat(own, Stream.of(original).filter(within::overlaps));
        }
        return own;
    }

    private static List<Interval> joined(List<Interval> sorted) {
        List<Interval> joined = new ArrayList<>();
        for (Interval span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !span.start().isAfter(joined.get(last).end())) {
                Interval before = joined.get(last);
                Instant end = span.end().isAfter(before.end()) ? span.end() : before.end();
                joined.set(last, new Interval(before.start(), end));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
