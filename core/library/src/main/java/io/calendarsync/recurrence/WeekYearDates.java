package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Yearly rules with BYWEEKNO. Their year is that of the weeks (ISO 8601, section 3.3.10 of RFC 5545): a day in the last
 * week of December may belong to the next, and only some years have a week 53. Immutable.
 */
final class WeekYearDates implements DateRule {

    /** The first week is the one this day of January lies in: most of it is in the year. */
    private static final int ALWAYS_IN_FIRST_WEEK = 4;

    private final DayOfWeek weekStart;
    private final int firstYear;
    private final int interval;
    private final List<Integer> numbers;
    private final int[] days;
    private final DayLimits limits;

    WeekYearDates(Rule rule, LocalDate start) {
        this.weekStart = rule.weekStart();
        this.firstYear = year(start.toEpochDay());
        this.interval = rule.interval();
        this.numbers = rule.by(ByPart.BYWEEKNO);
        this.limits = DayLimits.of(rule);
        this.days = weekdays(rule, start).stream()
                .mapToInt(day -> Math.floorMod(day.getValue() - weekStart.getValue(), 7))
                .toArray();
    }

    private static List<DayOfWeek> weekdays(Rule rule, LocalDate start) {
        if (!rule.byDay().isEmpty()) {
            return rule.byDay().stream().map(Rule.WeekdayNumber::day).toList();
        }
        boolean limited = rule.has(ByPart.BYMONTHDAY) || rule.has(ByPart.BYYEARDAY);
        return limited ? List.of(DayOfWeek.values()) : List.of(start.getDayOfWeek());
    }

    @Override
    public Periods periods(long from, long to) {
        return YearPeriods.of(this::dates, interval, firstYear, year(from), year(to));
    }

    private int year(long day) {
        int year = LocalDate.ofEpochDay(day).getYear();
        if (day >= firstWeek(year + 1)) {
            return year + 1;
        }
        return day < firstWeek(year) ? year - 1 : year;
    }

    private long firstWeek(int year) {
        long inFirstWeek = LocalDate.of(year, 1, ALWAYS_IN_FIRST_WEEK).toEpochDay();
        return inFirstWeek - Weekdays.since(inFirstWeek, weekStart);
    }

    private long[] dates(int year) {
        long first = firstWeek(year);
        long last = (firstWeek(year + 1) - first) / 7;
        return numbers.stream()
                .mapToLong(number -> number > 0 ? number : last + 1 + number)
                .filter(week -> week >= 1 && week <= last)
                .sorted()
                .distinct()
                .flatMap(week -> Arrays.stream(days).mapToLong(day -> first + 7 * (week - 1) + day))
                .filter(day -> limits.allow(LocalDate.ofEpochDay(day)))
                .toArray();
    }
}
