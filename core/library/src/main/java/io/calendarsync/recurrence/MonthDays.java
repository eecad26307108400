package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.List;

/**
 * The days of a month that BYMONTHDAY and BYDAY name. Sets of days are the bits of a number, the first day the lowest.
 * Immutable.
 */
final class MonthDays {

    private static final int EVERY_SEVENTH = 1 | (1 << 7) | (1 << 14) | (1 << 21) | (1 << 28);

    private final int fromStart;
    private final int fromEnd;
    private final List<Rule.WeekdayNumber> weekdays;
    private final Missing missing;

    private enum Missing {
        LEFT_OUT,
        DAY_BEFORE,
        DAY_AFTER
    }

    private MonthDays(List<Integer> monthDays, List<Rule.WeekdayNumber> weekdays, Missing missing) {
        int fromTheStart = 0;
        int fromTheEnd = 0;
        for (int day : monthDays) {
            if (day > 0) {
                fromTheStart |= 1 << (day - 1);
            } else {
                fromTheEnd |= 1 << (-day - 1);
            }
        }
        this.fromStart = fromTheStart;
        this.fromEnd = fromTheEnd;
        this.weekdays = weekdays;
        this.missing = missing;
    }

    /** Returns the days of a rule; of one that names none, the day of the start. */
    static MonthDays of(Rule rule, LocalDate start) {
        boolean namesNone = rule.byDay().isEmpty() && !rule.has(ByPart.BYMONTHDAY) && !rule.has(ByPart.BYYEARDAY);
        Missing missing = switch (rule.skip()) {
            case "FORWARD" -> Missing.DAY_AFTER;
            case "BACKWARD" -> Missing.DAY_BEFORE;
            default -> Missing.LEFT_OUT;
        };
        List<Integer> days = namesNone ? List.of(start.getDayOfMonth()) : rule.by(ByPart.BYMONTHDAY);
        return new MonthDays(days, rule.byDay(), missing);
    }

    /** Returns the days of a rule, leaving out what it says of weekdays. */
    static MonthDays withoutWeekdays(Rule rule) {
        return new MonthDays(rule.by(ByPart.BYMONTHDAY), List.of(), Missing.LEFT_OUT);
    }

    /** Returns whether a day is put into the month after its own where that is too short. */
    boolean reachIntoNext() {
        return missing == Missing.DAY_AFTER;
    }

    /**
     * Returns the days of a month.
     *
     * @param first its first day
     * @param length how many days it has
     */
    int of(long first, int length) {
        int days = all(length);
        if ((fromStart | fromEnd) != 0) {
            // Counted from the end, the bits are those from the start in reverse order.
            days &= fromStart | (Integer.reverse(fromEnd) >>> (Integer.SIZE - length));
        }
        if (!weekdays.isEmpty()) {
            int named = 0;
            for (Rule.WeekdayNumber weekday : weekdays) {
                named |= ofWeekday(weekday, first, length);
            }
            days &= named;
        }
        return missing == Missing.LEFT_OUT || (fromStart & ~all(length)) == 0 ? days : days | substitute(length);
    }

    private int substitute(int length) {
        return missing == Missing.DAY_AFTER ? 1 << length : 1 << (length - 1);
    }

    /** Returns the days on a weekday, all of them or one counted within the month. */
    static int ofWeekday(Rule.WeekdayNumber weekday, long first, int length) {
        int each = (EVERY_SEVENTH << Weekdays.from(first, weekday.day())) & all(length);
        int ordinal = weekday.ordinal();
        if (ordinal == 0) {
            return each;
        }
        for (int i = Math.abs(ordinal); i > 1; i--) {
            each ^= ordinal > 0 ? Integer.lowestOneBit(each) : Integer.highestOneBit(each);
        }
        return ordinal > 0 ? Integer.lowestOneBit(each) : Integer.highestOneBit(each);
    }

    static int all(int length) {
        return -1 >>> (Integer.SIZE - length);
    }

    /** Writes out the days of a month. */
    static long[] dates(long first, int days) {
        long[] dates = new long[Integer.bitCount(days)];
        int left = days;
        for (int i = 0; i < dates.length; i++) {
            dates[i] = first + Integer.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        return dates;
    }
}
