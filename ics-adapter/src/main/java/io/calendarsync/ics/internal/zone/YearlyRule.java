package io.calendarsync.ics.internal.zone;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as zones have it: one onset a year, on a day of one month. Any other rule is no zone's, and might cost more than
 * it can tell; this one costs a few steps a year.
 *
 * @param month 1 to 12
 * @param day which of its days
 * @param time by the clocks before
 * @param until the last onset is no later, by the clocks before
 */
record YearlyRule(int month, DayOfMonth day, LocalTime time, LocalDateTime until) {

    private static final int MOST_PARTS = 20;
    private static final Pattern UNTIL = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");

    /** What an end by COUNT may be off by, since onsets fall on other days each year. */
    private static final int WEEK = 8;

    /**
     * Reads the value of an RRULE; empty if it is none of this kind.
     *
     * @param start of its component, which gives what the rule leaves open
     * @param before the offset before its onsets, by which UNTIL in UTC is read
     */
    static Optional<YearlyRule> parse(String rule, LocalDateTime start, ZoneOffset before) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", MOST_PARTS)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        try {
            return read(parts, start, before);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearlyRule> read(Map<String, String> parts, LocalDateTime start, ZoneOffset before) {
        boolean yearly = take(parts, "FREQ").equals("YEARLY") && number(take(parts, "INTERVAL"), 1) == 1;
        int month = number(take(parts, "BYMONTH"), start.getMonthValue());
        LocalTime time = LocalTime.of(
                number(take(parts, "BYHOUR"), start.getHour()),
                number(take(parts, "BYMINUTE"), start.getMinute()),
                number(take(parts, "BYSECOND"), start.getSecond()));
        DayOfMonth.Names names = new DayOfMonth.Names(take(parts, "BYDAY"), take(parts, "BYMONTHDAY"));
        LocalDateTime until = until(take(parts, "UNTIL"), before);
        int count = number(take(parts, "COUNT"), 0);
        LocalDateTime end = count > 0 ? start.plusYears(count - 1L).plusDays(WEEK) : until;
        take(parts, "WKST");
        boolean understood = yearly && parts.isEmpty() && month >= 1 && month <= 12;
        return understood
                ? names.day(start.getDayOfMonth()).map(day -> new YearlyRule(month, day, time, end))
                : Optional.empty();
    }

    /** Returns its onset in a year. */
    Optional<LocalDateTime> in(int year) {
        return day.in(YearMonth.of(year, month)).map(date -> date.atTime(time)).filter(at -> !at.isAfter(until));
    }

    private static LocalDateTime until(String text, ZoneOffset before) {
        if (text.isEmpty()) {
            return LocalDateTime.MAX;
        }
        Matcher form = UNTIL.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("no end of a rule");
        }
        LocalDate date = LocalDate.of(group(form, 1), group(form, 2), group(form, 3));
        if (form.group(4) == null) {
            return date.atTime(LocalTime.MAX);
        }
        LocalDateTime at = date.atTime(group(form, 4), group(form, 5), group(form, 6));
        return form.group(7).isEmpty() ? at : at.plusSeconds(before.getTotalSeconds());
    }

    private static int group(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static String take(Map<String, String> parts, String name) {
        String value = parts.remove(name);
        return value == null ? "" : value;
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
