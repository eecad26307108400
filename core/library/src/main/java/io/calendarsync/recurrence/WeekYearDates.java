package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Yearly rules with BYWEEKNO. Their year is that of the weeks: a day in the last week of December may belong to the
 * next, and only some years have a week 53.
 */
final class WeekYearDates implements DateRule {

    private static final int LEAST_DAYS_OF_A_FIRST_WEEK = 4;

    private final WeekFields weeks;
    private final int firstYear;
    private final int interval;
    private final List<Integer> numbers;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final DayLimits limits;

    WeekYearDates(Rule rule, LocalDate start) {
        this.weeks = WeekFields.of(rule.weekStart(), LEAST_DAYS_OF_A_FIRST_WEEK);
        this.firstYear = start.get(weeks.weekBasedYear());
        this.interval = rule.interval();
        this.numbers = rule.by(ByPart.BYWEEKNO);
        this.limits = DayLimits.of(rule);
        rule.byDay().forEach(day -> days.add(day.day()));
        if (days.isEmpty()) {
            boolean others = rule.has(ByPart.BYMONTHDAY) || rule.has(ByPart.BYYEARDAY);
            days.addAll(others ? EnumSet.allOf(DayOfWeek.class) : EnumSet.of(start.getDayOfWeek()));
        }
    }

    @Override
    public Periods periods(long from, long to) {
        return YearPeriods.of(this::dates, interval, firstYear, yearOf(from), yearOf(to));
    }

    private int yearOf(long day) {
        return LocalDate.ofEpochDay(day).get(weeks.weekBasedYear());
    }

    private long[] dates(int year) {
        LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
        int last = (int) inFirstWeek.range(weeks.weekOfWeekBasedYear()).getMaximum();
        return numbers.stream()
                .map(number -> number > 0 ? number : last + 1 + number)
                .filter(week -> week >= 1 && week <= last)
                .distinct()
                .flatMap(week -> days.stream()
                        .map(day ->
                                inFirstWeek.plusWeeks(week - 1L).with(weeks.dayOfWeek(), day.get(weeks.dayOfWeek()))))
                .filter(limits::allow)
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
    }
}
