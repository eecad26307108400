package io.calendarsync.benchmarks.agreement;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.recurrence.Expansion;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is put to the test. */
final class OurWitness implements Witness {

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public List<LocalDateTime> instances(GeneratedSeries series) {
        Interval window = new Interval(
                series.start().atZone(series.zone()).toInstant().minus(Duration.ofDays(2)),
                series.end().atZone(series.zone()).toInstant());
        Expansion walk = build(series).walk(window, ZoneOffset.UTC);
        List<LocalDateTime> found = new ArrayList<>();
        while (walk.hasNext() && found.size() < GeneratedSeries.MOST) {
            found.add(LocalDateTime.ofInstant(walk.next().span().start(), ZoneOffset.UTC));
        }
        return found;
    }

    private static Series build(GeneratedSeries series) {
        Recurrence recurrence = new Recurrence(
                List.of(),
                List.of(series.rule()),
                List.of(),
                series.dates().stream()
                        .map(date -> new RecurrenceDate(id(series, date), Optional.empty()))
                        .toList(),
                series.exceptions().stream().map(date -> id(series, date)).toList());
        return Series.of(Event.builder(new EventRef(new CalendarId("calendar"), "series"), time(series))
                .recurrence(recurrence)
                .build());
    }

    private static EventTime time(GeneratedSeries series) {
        Duration length = Duration.ofMinutes(5);
        return switch (series.kind()) {
            case ZONED -> EventTime.Timed.of(series.start(), series.zone(), length);
            case FLOATING -> new EventTime.Floating(series.start(), length);
            case ALL_DAY -> new EventTime.AllDay(series.day(), series.day().plusDays(1));
        };
    }

    private static RecurrenceId id(GeneratedSeries series, LocalDateTime local) {
        return switch (series.kind()) {
            case ZONED -> new RecurrenceId.Zoned(local, series.zone());
            case FLOATING -> new RecurrenceId.Floating(local);
            case ALL_DAY -> new RecurrenceId.OnDate(local.toLocalDate());
        };
    }
}
