package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Yearly rules, but those with BYWEEKNO: the days of a year that are named by all of their parts. Weekdays are counted
 * in the month where the rule names months, else in the year. Immutable.
 */
final class YearDates implements DateRule {

    private static final int MOST_DAYS = 366;

    private final Rule rule;
    private final int firstYear;
    private final int[] months;
    private final boolean countedInYear;
    private final MonthDays days;

    YearDates(Rule rule, LocalDate start) {
        this.rule = rule;
        this.firstYear = start.getYear();
        this.months = months(rule, start);
        this.countedInYear =
                !rule.has(ByPart.BYMONTH) && rule.byDay().stream().anyMatch(weekday -> weekday.ordinal() != 0);
        this.days = countedInYear ? MonthDays.withoutWeekdays(rule) : MonthDays.of(rule, start);
    }

    /** A rule that says nothing of weekdays or days of the year stays in the month of the start. */
    private static int[] months(Rule rule, LocalDate start) {
        if (rule.has(ByPart.BYMONTH)) {
            return rule.by(ByPart.BYMONTH).stream().mapToInt(month -> month).toArray();
        }
        boolean ofTheStart = rule.byDay().isEmpty() && !rule.has(ByPart.BYYEARDAY);
        return ofTheStart
                ? new int[] {start.getMonthValue()}
                : IntStream.rangeClosed(1, 12).toArray();
    }

    @Override
    public Periods periods(long from, long to) {
        return YearPeriods.of(
                this::dates,
                rule.interval(),
                firstYear,
                LocalDate.ofEpochDay(from).getYear(),
                LocalDate.ofEpochDay(to).getYear());
    }

    private long[] dates(int year) {
        if (months.length == 1) {
            return month(LocalDate.of(year, months[0], 1));
        }
        long[] found = new long[MOST_DAYS];
        int size = 0;
        for (int month : months) {
            for (long day : month(LocalDate.of(year, month, 1))) {
                // One that does not exist may be put on the first of the next month, which may be named itself.
                if (size == 0 || day > found[size - 1]) {
                    found[size++] = day;
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private long[] month(LocalDate start) {
        long first = start.toEpochDay();
        int length = start.lengthOfMonth();
        int named = days.of(first, length);
        if (rule.has(ByPart.BYYEARDAY)) {
            named &= yearDays(start);
        }
        return MonthDays.dates(first, countedInYear ? named & weekdays(start) : named);
    }

    private int yearDays(LocalDate month) {
        int named = 0;
        int ofYear = month.lengthOfYear();
        for (int number : rule.by(ByPart.BYYEARDAY)) {
            named |= bit(number > 0 ? number - 1 : ofYear + number, month);
        }
        return named;
    }

    private int weekdays(LocalDate month) {
        int named = 0;
        long newYear = month.toEpochDay() - month.getDayOfYear() + 1;
        int ofYear = month.lengthOfYear();
        for (Rule.WeekdayNumber weekday : rule.byDay()) {
            int ordinal = weekday.ordinal();
            if (ordinal == 0) {
                named |= MonthDays.ofWeekday(weekday, month.toEpochDay(), month.lengthOfMonth());
            } else if (ordinal > 0) {
                named |= bit(Weekdays.from(newYear, weekday.day()) + 7 * (ordinal - 1), month);
            } else {
                int last = ofYear - 1 - Weekdays.since(newYear + ofYear - 1, weekday.day());
                named |= bit(last + 7 * (ordinal + 1), month);
            }
        }
        return named;
    }

    /** Returns a day of the year, counted from 0, as one of the month if it is. */
    private static int bit(int dayOfYear, LocalDate month) {
        int day = dayOfYear - month.getDayOfYear() + 1;
        return day >= 0 && day < month.lengthOfMonth() ? 1 << day : 0;
    }
}
