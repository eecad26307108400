package io.calendarsync.ics.internal.zone;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
record YearlyRule(int month, Day day, LocalTime time, LocalDateTime until) {

    private static final Pattern NAMED_DAY = Pattern.compile("([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern UNTIL = Pattern.compile("\\d{8}(T\\d{6}Z?)?");
    private static final Pattern NUMBERS = Pattern.compile("[+-]?\\d{1,2}(,[+-]?\\d{1,2}){0,6}");

    /** A day of each month, absent in months without it. */
    @FunctionalInterface
    interface Day {
        Optional<LocalDate> in(YearMonth month);
    }

    /**
     * Reads the value of an RRULE; empty if it is none of this kind.
     *
     * @param start of its component, which gives what the rule leaves open
     * @param before the offset before its onsets, by which UNTIL in UTC is read
     */
    static Optional<YearlyRule> parse(String rule, LocalDateTime start, ZoneOffset before) {
        Map<String, String> parts = new TreeMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", 20)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        boolean yearly = "YEARLY".equals(parts.remove("FREQ")) && "1".equals(parts.getOrDefault("INTERVAL", "1"));
        try {
            return yearly ? read(parts, start, before) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearlyRule> read(Map<String, String> parts, LocalDateTime start, ZoneOffset before) {
        int month = number(parts.remove("BYMONTH"), start.getMonthValue());
        LocalTime time = LocalTime.of(
                number(parts.remove("BYHOUR"), start.getHour()),
                number(parts.remove("BYMINUTE"), start.getMinute()),
                number(parts.remove("BYSECOND"), start.getSecond()));
        Optional<Day> day = day(parts.remove("BYDAY"), parts.remove("BYMONTHDAY"), start);
        LocalDateTime until = until(parts.remove("UNTIL"), before);
        String count = parts.remove("COUNT");
        if (count != null) {
            until = start.plusYears(Math.max(0, Long.parseLong(count) - 1)).plusDays(8);
        }
        parts.remove("INTERVAL");
        parts.remove("WKST");
        boolean understood = parts.isEmpty() && month >= 1 && month <= 12;
        LocalDateTime end = until;
        return understood ? day.map(one -> new YearlyRule(month, one, time, end)) : Optional.empty();
    }

    /** Returns its onset in a year. */
    Optional<LocalDateTime> in(int year) {
        return day.in(YearMonth.of(year, month)).map(date -> date.atTime(time)).filter(at -> !at.isAfter(until));
    }

    private static Optional<Day> day(String named, String numbered, LocalDateTime start) {
        if (named == null && numbered == null) {
            return Optional.of(month -> dayOf(month, start.getDayOfMonth()));
        }
        Optional<List<Integer>> numbers = numbered == null ? Optional.of(List.of()) : numbers(numbered);
        if (named == null || numbers.isEmpty()) {
            return numbers.filter(list -> list.size() == 1).map(list -> month -> dayOf(month, list.get(0)));
        }
        Matcher form = NAMED_DAY.matcher(named);
        if (!form.matches()) {
            return Optional.empty();
        }
        DayOfWeek weekday = DayOfWeek.of(1 + DAYS.indexOf(form.group(2)));
        int nth = number(form.group(1), 0);
        if (nth == 0) {
            return numbers.filter(list -> !list.isEmpty())
                    .map(list -> month -> list.stream()
                            .flatMap(number -> dayOf(month, number).stream())
                            .filter(date -> date.getDayOfWeek() == weekday)
                            .findFirst());
        }
        return numbers.filter(List::isEmpty)
                .map(none -> month -> Optional.of(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)))
                        .filter(date -> YearMonth.from(date).equals(month)));
    }

    private static Optional<List<Integer>> numbers(String text) {
        return NUMBERS.matcher(text).matches()
                ? Optional.of(new ArrayList<>(
                        Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    /** Negative numbers count from the end of the month. */
    private static Optional<LocalDate> dayOf(YearMonth month, int number) {
        int day = number < 0 ? month.lengthOfMonth() + 1 + number : number;
        return day >= 1 && day <= month.lengthOfMonth() ? Optional.of(month.atDay(day)) : Optional.empty();
    }

    private static LocalDateTime until(String text, ZoneOffset before) {
        if (text == null) {
            return LocalDateTime.MAX;
        }
        if (!UNTIL.matcher(text).matches()) {
            throw new DateTimeException("no end of a rule");
        }
        LocalDate date = LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 4, 6, 10), Integer.parseInt(text, 6, 8, 10));
        if (text.length() < 15) {
            return date.atTime(LocalTime.MAX);
        }
        LocalDateTime at = date.atTime(
                Integer.parseInt(text, 9, 11, 10),
                Integer.parseInt(text, 11, 13, 10),
                Integer.parseInt(text, 13, 15, 10));
        return text.endsWith("Z") ? at.plusSeconds(before.getTotalSeconds()) : at;
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
