package io.calendarsync.benchmarks.expand;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.recurrence.Occurrences;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.util.List;

/** A series of ours. */
final class OurSeries {

    private static final Interval YEAR = new Interval(Window.FROM.toInstant(), Window.TO.toInstant());

    private final Series series;

    OurSeries(String rule) {
        EventTime time = EventTime.Timed.of(Window.SERIES_START.toLocalDateTime(), Window.ZONE, Duration.ofHours(1));
        Recurrence recurrence = new Recurrence(List.of(), List.of(rule), List.of(), List.of(), List.of());
        series = Series.of(Event.builder(new EventRef(new CalendarId("calendar"), "series"), time)
                .recurrence(recurrence)
                .build());
    }

    Occurrences expand() {
        return series.between(YEAR, Window.ZONE);
    }

    List<Long> seconds() {
        return expand().items().stream()
                .map(found -> found.span().start().getEpochSecond())
                .toList();
    }
}
