package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Yearly rules with BYYEARDAY, which lib-recur cannot limit to counted weekdays without failing in some years. */
final class YearDayDates implements DateRule {

    private final Rule rule;
    private final int firstYear;
    private final DayLimits limits;

    YearDayDates(Rule rule, LocalDate start) {
        this.rule = rule;
        this.firstYear = start.getYear();
        this.limits = DayLimits.of(rule);
    }

    static boolean fits(Rule rule) {
        return rule.frequency() == Frequency.YEARLY && rule.has(ByPart.BYYEARDAY) && !rule.has(ByPart.BYWEEKNO);
    }

    @Override
    public Periods periods(LocalDate from, LocalDate to) {
        return YearPeriods.of(this::dates, rule.interval(), firstYear, from.getYear(), to.getYear());
    }

    private List<LocalDate> dates(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int length = first.lengthOfYear();
        return rule.by(ByPart.BYYEARDAY).stream()
                .map(number -> number > 0 ? number : length + 1 + number)
                .filter(number -> number >= 1 && number <= length)
                .distinct()
                .sorted()
                .map(number -> first.withDayOfYear(number))
                .filter(limits::allow)
                .filter(this::isOnWeekday)
                .toList();
    }

    private boolean isOnWeekday(LocalDate day) {
        return rule.byDay().isEmpty() || rule.byDay().stream().anyMatch(weekday -> isOn(day, weekday));
    }

    /** Weekdays are counted in the month where the rule names months, else in the year. */
    private boolean isOn(LocalDate day, Rule.WeekdayNumber weekday) {
        boolean inMonth = rule.has(ByPart.BYMONTH);
        int number = inMonth ? day.getDayOfMonth() : day.getDayOfYear();
        int length = inMonth ? day.lengthOfMonth() : day.lengthOfYear();
        return day.getDayOfWeek() == weekday.day()
                && Stream.of(0, (number - 1) / 7 + 1, -((length - number) / 7 + 1))
                        .anyMatch(ordinal -> ordinal == weekday.ordinal());
    }
}
