package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.Set;

/** BY parts that rule out days; immutable. */
record DayLimits(Set<Integer> months, Set<Integer> yearDays, Set<Integer> monthDays) {

    static DayLimits of(Rule rule) {
        return new DayLimits(
                Set.copyOf(rule.by(ByPart.BYMONTH)),
                Set.copyOf(rule.by(ByPart.BYYEARDAY)),
                Set.copyOf(rule.by(ByPart.BYMONTHDAY)));
    }

    boolean allowMonth(LocalDate day) {
        return months.isEmpty() || months.contains(day.getMonthValue());
    }

    boolean allowDayNumber(LocalDate day) {
        return allow(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
                && allow(yearDays, day.getDayOfYear(), day.lengthOfYear());
    }

    boolean allow(LocalDate day) {
        return allowMonth(day) && allowDayNumber(day);
    }

    private static boolean allow(Set<Integer> numbers, int number, int length) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - length - 1);
    }
}
