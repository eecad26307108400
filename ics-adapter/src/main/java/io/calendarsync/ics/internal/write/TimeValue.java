package io.calendarsync.ics.internal.write;

import io.calendarsync.model.RecurrenceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Writes DATE and DATE-TIME values in their forms (RFC 5545 sections 3.3.4 and 3.3.5). */
final class TimeValue {

    private TimeValue() {}

    /** Returns whether four digits are enough for its year. */
    static boolean isWritable(RecurrenceId at) {
        int year = at.local().getYear();
        return year >= 1 && year <= 9999;
    }

    /** Returns the line of a property with this value. */
    static String line(String property, RecurrenceId at) {
        return typed(Line.of(property), at).value(of(at));
    }

    /** Adds the parameters a value of this kind needs. */
    static Line typed(Line line, RecurrenceId at) {
        if (at instanceof RecurrenceId.OnDate) {
            return line.parameter("VALUE", "DATE");
        }
        return at instanceof RecurrenceId.Zoned zoned && !isUtc(zoned.zone())
                ? line.parameter("TZID", TimeZoneId.of(zoned.zone()))
                : line;
    }

    static String of(RecurrenceId at) {
        if (at instanceof RecurrenceId.OnDate day) {
            return date(day.date());
        }
        return at instanceof RecurrenceId.Zoned zoned && isUtc(zoned.zone())
                ? local(at.local()) + "Z"
                : local(at.local());
    }

    static String utc(LocalDateTime utc) {
        return local(utc) + "Z";
    }

    static String local(LocalDateTime local) {
        StringBuilder text = new StringBuilder(16);
        append(local.toLocalDate(), text);
        text.append('T');
        append(local.getHour(), 2, text);
        append(local.getMinute(), 2, text);
        append(local.getSecond(), 2, text);
        return text.toString();
    }

    /** Returns whether a zone is UTC under any of its names. */
    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static String date(LocalDate date) {
        StringBuilder text = new StringBuilder(8);
        append(date, text);
        return text.toString();
    }

    private static void append(LocalDate date, StringBuilder text) {
        append(date.getYear(), 4, text);
        append(date.getMonthValue(), 2, text);
        append(date.getDayOfMonth(), 2, text);
    }

    private static void append(int number, int digits, StringBuilder text) {
        String plain = Integer.toString(number);
        text.append("0".repeat(digits - plain.length())).append(plain);
    }
}
