package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule that was read and found legal (RFC 5545 section 3.3.10).
 *
 * @param frequency its period
 * @param interval every how many periods, 1 or more
 * @param count how many instances at most; 0 for no limit
 * @param until the last moment at which an instance may start; null for no limit
 * @param weekStart the first day of a week
 * @param by the numbers of its BY lists, each ascending, without repetition and never empty
 * @param byDay the days of BYDAY in the order of the week; empty without
 * @param skip what is done with dates that do not exist (RFC 7529), as written; empty to leave them out
 */
record Rule(
        Frequency frequency,
        int interval,
        int count,
        @Nullable Until until,
        DayOfWeek weekStart,
        Map<ByPart, List<Integer>> by,
        List<WeekdayNumber> byDay,
        String skip) {
    Rule {
        by = Map.copyOf(by);
        byDay = List.copyOf(byDay);
    }

    /** Returns the numbers of a BY list, or one number that stands for the missing list. */
    List<Integer> byOr(ByPart part, int instead) {
        return by.getOrDefault(part, List.of(instead));
    }

    /** Returns the numbers of a BY list; empty without. */
    List<Integer> by(ByPart part) {
        return by.getOrDefault(part, List.of());
    }

    boolean has(ByPart part) {
        return by.containsKey(part);
    }

    /** Returns whether nothing but frequency and interval decides the instances. */
    boolean isPlain() {
        return by.isEmpty() && byDay.isEmpty();
    }

    /**
     * A day of BYDAY.
     *
     * @param ordinal the how-manieth in its month or year, from the end where negative; 0 for each
     * @param day the day of the week
     */
    record WeekdayNumber(int ordinal, DayOfWeek day) {}
}
