package io.calendarsync.recurrence;

import java.time.LocalDateTime;

/** A rule whose periods name dates, with the times of day put on them and BYSETPOS counting the whole; immutable. */
final class DatedRule implements WallClockRule {

    private static final long[] NO_DATES = {};

    private final DateRule dates;
    private final long start;
    private final DaySeconds times;
    private final SetPositions positions;

    DatedRule(DateRule dates, Rule rule, LocalDateTime start) {
        this.dates = dates;
        this.start = WallClocks.seconds(start);
        this.times = new DaySeconds(
                rule.byOr(ByPart.BYHOUR, start.getHour()),
                rule.byOr(ByPart.BYMINUTE, start.getMinute()),
                rule.byOr(ByPart.BYSECOND, start.getSecond()));
        this.positions = new SetPositions(rule);
    }

    @Override
    public Walk walk(long from, long to, Steps steps) {
        return new DateWalk(Math.max(start, from), to, steps);
    }

    private final class DateWalk implements Walk {

        private final long from;
        private final long to;
        private final Steps steps;
        private final DateRule.Periods periods;
        private final int timesADay = times.size();
        private long[] period = NO_DATES;
        private SetPositions.Picked picked = positions.of(0);
        private int next;
        private long last = Long.MIN_VALUE;

        DateWalk(long from, long to, Steps steps) {
            this.from = from;
            this.to = to;
            this.steps = steps;
            this.periods = dates.periods(WallClocks.day(from), WallClocks.day(to));
        }

        @Override
        public long next() {
            while (steps.take()) {
                if (next < picked.size()) {
                    long clock = get(next++);
                    // A day put into the next month, as it does not exist in its own, may be named there too.
                    if (clock > last) {
                        last = clock;
                        return clock < to ? clock : WallClocks.NONE;
                    }
                } else if (!enterNext()) {
                    return WallClocks.NONE;
                }
            }
            return WallClocks.NONE;
        }

        private boolean enterNext() {
            long[] found = periods.next();
            if (found == null) {
                return false;
            }
            period = found;
            picked = positions.of(period.length * timesADay);
            next = picked.size() == 0 || get(0) >= from ? 0 : firstFrom();
            return true;
        }

        private long get(int number) {
            int index = picked.get(number);
            return timesADay == 1
                    ? period[index] * WallClocks.DAY + times.get(0)
                    : period[index / timesADay] * WallClocks.DAY + times.get(index % timesADay);
        }

        private int firstFrom() {
            int low = 0;
            int high = picked.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (get(middle) < from) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
