package io.calendarsync.recurrence;

import java.time.Instant;

/**
 * A rule that starts somewhere and ends by its COUNT or UNTIL; immutable.
 *
 * @param clocks what the rule names
 * @param start the start of the series
 * @param count how many instances there are at most, the start of the series included; 0 for no limit
 * @param lastClock no wall clock after it is an instance
 * @param last no instant after it is an instance: the exact end, where the clock is set back or forward around it
 */
record Repetition(WallClockRule clocks, long start, int count, long lastClock, Instant last) {

    /** Binds a rule to the series it is part of. */
    static Repetition of(Rule rule, WallClockRule clocks, SeriesClock clock) {
        long start = WallClocks.seconds(clock.start());
        Until until = rule.until();
        Instant last = until == null ? Instant.MAX : clock.last(until);
        long lastClock = until == null
                ? WallClocks.LAST
                : WallClocks.latest(last, clock.zone().getRules());
        if (rule.count() == 0 || !rule.isPlain() || !EvenRule.fits(rule)) {
            return new Repetition(clocks, start, rule.count(), lastClock, last);
        }
        return new Repetition(clocks, start, 0, Math.min(lastOf(rule, start), lastClock), last);
    }

    /** The last of COUNT instances is a multiplication away where nothing but the interval decides. */
    private static long lastOf(Rule rule, long start) {
        long period = (long) rule.interval() * rule.frequency().seconds();
        long periods = rule.count() - 1L;
        return periods <= (WallClocks.LAST - start) / period ? start + periods * period : WallClocks.LAST;
    }

    /** Returns whether it never ends. */
    boolean isEndless() {
        return count == 0 && lastClock >= WallClocks.LAST;
    }

    /**
     * Walks through its instances.
     *
     * @param startCounts whether the start of the series counts against COUNT even where the rule does not name it, as
     *     in an RRULE (RFC 5545 section 3.3.10)
     */
    WallClockRule.Walk walk(long from, long to, Steps steps, boolean startCounts) {
        long end = Math.min(to, lastClock + 1);
        return count == 0
                ? clocks.walk(from, end, steps)
                : new Counted(from, clocks.walk(start, end, steps), startCounts);
    }

    private final class Counted implements WallClockRule.Walk {

        private final long from;
        private final WallClockRule.Walk all;
        private int left = count;
        private boolean startCounts;

        Counted(long from, WallClockRule.Walk all, boolean startCounts) {
            this.from = from;
            this.all = all;
            this.startCounts = startCounts;
        }

        @Override
        public long next() {
            while (left > 0) {
                long next = all.next();
                if (next == WallClocks.NONE) {
                    return next;
                }
                if (startCounts && next != start) {
                    left--;
                }
                startCounts = false;
                if (left-- > 0 && next >= from) {
                    return next;
                }
            }
            return WallClocks.NONE;
        }
    }
}
