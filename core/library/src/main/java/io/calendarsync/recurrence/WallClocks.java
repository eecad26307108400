package io.calendarsync.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Wall clocks as numbers, which is how rules count: the seconds since the clock showed the beginning of 1970. Years 1 to
 * 9999.
 */
final class WallClocks {

    /** What a walk returns at its end; later than any wall clock. */
    static final long NONE = Long.MAX_VALUE;

    static final long FIRST = seconds(LocalDateTime.of(1, 1, 1, 0, 0));
    static final long LAST = seconds(LocalDateTime.of(9999, 12, 31, 23, 59, 59));

    static final int DAY = 86_400;

    /** No zone ever moved its clock by more than a day at once. */
    static final int LARGEST_MOVE = DAY + 3_600;

    /** No clock is further from UTC. */
    static final int LARGEST_OFFSET = ZoneOffset.MAX.getTotalSeconds();

    private WallClocks() {}

    static long seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    static LocalDateTime local(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    }

    /** Returns the day it is, counted from the first of 1970. */
    static long day(long seconds) {
        return Math.floorDiv(seconds, DAY);
    }

    /** Returns a wall clock such that every earlier one stands for an instant before this one. */
    static long earliest(Instant instant, ZoneRules rules) {
        return bounded(new ClockReader(rules).earliest(bounded(instant.getEpochSecond())));
    }

    /** Returns a wall clock such that every later one stands for an instant after this one. */
    static long latest(Instant instant, ZoneRules rules) {
        Instant at = Instant.ofEpochSecond(bounded(instant.getEpochSecond()));
        int offset = rules.getOffset(at).getTotalSeconds();
        int before = rules.getOffset(at.minusSeconds(LARGEST_MOVE)).getTotalSeconds();
        return bounded(at.getEpochSecond() + Math.max(offset, before));
    }

    /** Returns the seconds of a length, a begun one for a whole. */
    static long ceiling(Duration length) {
        return length.getSeconds() + (length.getNano() > 0 ? 1 : 0);
    }

    /** Returns the nearest moment of the years that are looked at. */
    static long bounded(long seconds) {
        return Math.max(FIRST, Math.min(LAST, seconds));
    }
}
