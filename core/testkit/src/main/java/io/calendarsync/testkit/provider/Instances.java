package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instances of a series: what the server calls them, and when they take place before anybody moves them. */
final class Instances {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private Instances() {}

    static String id(String seriesId, RecurrenceId instance) {
        return seriesId + "_"
                + (instance instanceof RecurrenceId.OnDate day
                        ? DateTimeFormatter.BASIC_ISO_DATE.format(day.date())
                        : BASIC.format(instance.local()));
    }

    /** Returns whether the rule of a series gives an instance that starts there. */
    static boolean has(Event series, RecurrenceId instance, ZoneId zone) {
        Instant start = instance.instant(zone);
        Interval around = new Interval(start.minus(Duration.ofDays(1)), start.plus(Duration.ofDays(1)));
        return Series.of(series).between(around, zone).items().stream()
                .anyMatch(one -> one.recurrenceId().filter(instance::equals).isPresent());
    }

    static EventTime time(EventTime series, RecurrenceId instance) {
        LocalDateTime start = instance.local();
        if (series instanceof EventTime.AllDay days) {
            LocalDate first = start.toLocalDate();
            return new EventTime.AllDay(
                    first, first.plusDays(ChronoUnit.DAYS.between(days.start(), days.endExclusive())));
        }
        if (series instanceof EventTime.Floating floating) {
            return new EventTime.Floating(start, floating.length());
        }
        EventTime.Timed timed = (EventTime.Timed) series;
        return new EventTime.Timed(start, timed.zone(), end(timed, start));
    }

    private static End end(EventTime.Timed series, LocalDateTime start) {
        return series.end() instanceof End.Own own
                ? new End.Own(start.plus(Duration.between(series.start(), own.local())), own.zone())
                : series.end();
    }
}
