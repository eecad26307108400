package io.calendarsync.sandbox.google.event;

import io.calendarsync.sandbox.google.http.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;

/** Turns the dates of recurrence lines into local times of the series' own clock, and into the rule library's form. */
final class RecurrenceDates {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private RecurrenceDates() {}

    /** Reads the values of RDATE or EXDATE; of periods, the start counts. */
    static List<LocalDateTime> read(String head, String values, EventTimes first) {
        List<LocalDateTime> dates = new ArrayList<>();
        ZoneId zone = zone(head, first.zone());
        for (String value : values.split(",", -1)) {
            int slash = value.indexOf('/');
            String start = (slash < 0 ? value : value.substring(0, slash)).trim();
            try {
                DateTime parsed = DateTime.parse(start);
                if (parsed.isFloating() && !parsed.isAllDay()) {
                    dates.add(floating(parsed)
                            .atZone(zone)
                            .withZoneSameInstant(first.zone())
                            .toLocalDateTime());
                } else {
                    dates.add(local(parsed, first));
                }
            } catch (IllegalArgumentException malformed) {
                throw (ApiException) Recurrence.invalid().initCause(malformed);
            }
        }
        return dates;
    }

    private static ZoneId zone(String head, ZoneId otherwise) {
        int at = head.toUpperCase(Locale.ROOT).indexOf(";TZID=");
        if (at < 0) {
            return otherwise;
        }
        String rest = head.substring(at + ";TZID=".length());
        int semicolon = rest.indexOf(';');
        try {
            return ZoneId.of(semicolon < 0 ? rest : rest.substring(0, semicolon));
        } catch (DateTimeException unknown) {
            throw (ApiException) Recurrence.invalid().initCause(unknown);
        }
    }

    /** Returns a date, a floating time or an instant as a local time of the series. A date means its start's time of day. */
    static LocalDateTime local(DateTime date, EventTimes first) {
        if (date.isAllDay()) {
            LocalTime time = first.allDay() ? LocalTime.MIDNIGHT : first.start().toLocalTime();
            return floating(date).toLocalDate().atTime(time);
        }
        LocalDateTime local = date.isFloating()
                ? floating(date)
                : LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTimestamp()), first.zone());
        return first.allDay() ? local.toLocalDate().atStartOfDay() : local;
    }

    private static LocalDateTime floating(DateTime date) {
        return LocalDateTime.of(
                date.getYear(),
                date.getMonth() + 1,
                date.getDayOfMonth(),
                date.isAllDay() ? 0 : date.getHours(),
                date.isAllDay() ? 0 : date.getMinutes(),
                date.isAllDay() ? 0 : Math.min(date.getSeconds(), 59));
    }

    /** Returns a local time in the rule library's form: the clock counts, as if in UTC, so no offset comes between. */
    static DateTime wallClock(LocalDateTime local) {
        return new DateTime(UTC, TimeReader.asIfUtc(local).toEpochMilli());
    }
}
