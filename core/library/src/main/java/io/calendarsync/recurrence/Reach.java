package io.calendarsync.recurrence;

import java.time.Duration;

/**
 * How far instances may lie from where rules and dates put them, in seconds, 0 or more.
 *
 * @param before how much earlier than there one may start
 * @param after how much later than there one may end
 */
record Reach(long before, long after) {

    static Reach of(Series series) {
        Overrides overrides = series.overrides();
        long margin = overrides.haveRange() ? 2L * WallClocks.LARGEST_MOVE : 0;
        long before = WallClocks.ceiling(overrides.furthestShift(-1)) + margin;
        long after = WallClocks.ceiling(longest(series).plus(overrides.furthestShift(1))) + margin;
        return new Reach(before, after);
    }

    private static Duration longest(Series series) {
        Duration longest = series.overrides().longest();
        for (Original fixed : series.originals().fixed()) {
            Duration length = fixed.length();
            longest = length != null && length.compareTo(longest) > 0 ? length : longest;
        }
        return longest;
    }
}
