package io.calendarsync.recurrence;

import java.time.DayOfWeek;

/** The days of the week of days since the first of 1970, which was a Thursday. */
final class Weekdays {

    private Weekdays() {}

    /** Returns how many days after a day a weekday comes, 0 to 6. */
    static int from(long day, DayOfWeek weekday) {
        return Math.floorMod(weekday.getValue() - DayOfWeek.THURSDAY.getValue() - day, 7);
    }

    /** Returns how many days before a day a weekday was, 0 to 6. */
    static int since(long day, DayOfWeek weekday) {
        return Math.floorMod(day + DayOfWeek.THURSDAY.getValue() - weekday.getValue(), 7);
    }
}
