package io.calendarsync.ics.internal.event;

import io.calendarsync.model.RecurrenceId;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Gives the original start of an instance the type of its series' start, which RFC 5545 demands (section 3.8.4.4) and
 * many senders do not heed.
 *
 * <p>A date on a timed series means the instance that starts at the usual time of that day; of a time on an all-day
 * series only the date counts; a time without zone is in the series' zone; any other time is the same instant on the
 * series' clock.
 */
final class Coercion {

    private Coercion() {}

    static RecurrenceId toTypeOf(RecurrenceId seriesStart, RecurrenceId value, ZoneId floatingZone) {
        if (seriesStart instanceof RecurrenceId.OnDate) {
            return new RecurrenceId.OnDate(value.local().toLocalDate());
        }
        LocalDateTime local = value instanceof RecurrenceId.OnDate day
                ? day.date().atTime(seriesStart.local().toLocalTime())
                : value.local();
        if (seriesStart instanceof RecurrenceId.Zoned series) {
            return value instanceof RecurrenceId.Zoned at
                    ? onClockOf(series.zone(), at)
                    : new RecurrenceId.Zoned(local, series.zone());
        }
        return value instanceof RecurrenceId.Zoned at
                ? new RecurrenceId.Floating(onClockOf(floatingZone, at).local())
                : new RecurrenceId.Floating(local);
    }

    private static RecurrenceId onClockOf(ZoneId zone, RecurrenceId.Zoned at) {
        if (at.zone().equals(zone)) {
            return at;
        }
        return new RecurrenceId.Zoned(LocalDateTime.ofInstant(at.instant(zone), zone), zone);
    }
}
