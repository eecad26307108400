package io.calendarsync.google.internal.event;

import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of RDATE and EXDATE: DATE, DATE-TIME and PERIOD (RFC 5545 sections 3.3.4, 3.3.5 and 3.3.9), as
 * instances of a series that starts so.
 *
 * @param start of the series, whose type dates take
 * @param zones finds the zone of a TZID
 */
record DateValue(RecurrenceId start, ZoneNames zones) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");
    private static final Pattern LENGTH =
            Pattern.compile("P(?:(\\d{1,6})W|(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?)?)");

    /** Returns the instance a date names: on the series' clock; a date alone in a timed series stays a date. */
    Optional<RecurrenceId> read(RecurrenceLine line, String value) {
        return literal(line, value).map(date -> date instanceof RecurrenceId.OnDate ? date : onClock(date));
    }

    /** Returns the extra instance a date names: a date alone in a timed series is at the usual time of that day. */
    Optional<RecurrenceId> extra(RecurrenceLine line, String value) {
        return literal(line, value).map(this::onClock);
    }

    /** Returns how long a PERIOD lasts that starts then and ends so. */
    Optional<Duration> length(RecurrenceLine line, RecurrenceId from, String end) {
        Matcher length = LENGTH.matcher(end);
        if (length.matches()) {
            return Optional.of(Duration.ofDays(7 * part(length, 1) + part(length, 2))
                    .plusHours(part(length, 3))
                    .plusMinutes(part(length, 4))
                    .plusSeconds(part(length, 5)));
        }
        return literal(line, end)
                .map(until -> Duration.between(
                        from.instant(ZoneOffset.UTC), onClock(until).instant(ZoneOffset.UTC)))
                .filter(between -> !between.isNegative());
    }

    private static long part(Matcher length, int group) {
        return length.group(group) == null ? 0 : Long.parseLong(length.group(group));
    }

    private Optional<RecurrenceId> literal(RecurrenceLine line, String value) {
        Matcher date = DATE.matcher(value.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
            if (date.group(4) == null) {
                return Optional.of(new RecurrenceId.OnDate(day));
            }
            return Optional.of(
                    time(line, day.atTime(number(date, 4), number(date, 5), number(date, 6)), date.group(7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private RecurrenceId time(RecurrenceLine line, LocalDateTime local, String utc) {
        Optional<ZoneId> zone = utc.isEmpty()
                ? zones.resolve(line.parameter("TZID")).map(found -> found.zone())
                : Optional.of(ZoneOffset.UTC);
        return zone.<RecurrenceId>map(named -> new RecurrenceId.Zoned(local, named))
                .orElseGet(() -> new RecurrenceId.Floating(local));
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private RecurrenceId onClock(RecurrenceId date) {
        if (start instanceof RecurrenceId.OnDate) {
            return new RecurrenceId.OnDate(date.local().toLocalDate());
        }
        LocalDateTime local = date instanceof RecurrenceId.OnDate day
                ? day.date().atTime(start.local().toLocalTime())
                : date.local();
        if (start instanceof RecurrenceId.Zoned series) {
            return date instanceof RecurrenceId.Zoned at
                    ? new RecurrenceId.Zoned(
                            LocalDateTime.ofInstant(at.instant(series.zone()), series.zone()), series.zone())
                    : new RecurrenceId.Zoned(local, series.zone());
        }
        return new RecurrenceId.Floating(local);
    }
}
