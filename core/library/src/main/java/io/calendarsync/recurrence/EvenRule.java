package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule whose periods are all of one length: weeks without BY parts, days, hours, minutes, seconds. The period of any
 * wall clock is a division away, and stretches a BY part rules out are jumped over.
 */
final class EvenRule implements WallClockRule {

    private final long start;
    private final long firstPeriod;
    private final long length;
    private final Frequency frequency;
    private final DayLimits limits;
    private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    private final Set<Integer> hours;
    private final Set<Integer> minutes;
    private final Set<Integer> seconds;
    private final boolean limited;
    private final DaySeconds within;
    private final SetPositions.Picked picked;

    EvenRule(Rule rule, LocalDateTime start) {
        this.start = WallClocks.seconds(start);
        this.frequency = rule.frequency();
        // Weeks are counted from the day of the start, so that no period has to know where a week begins.
        int grain = Math.min(Frequency.DAILY.seconds(), frequency.seconds());
        this.firstPeriod = Math.floorDiv(this.start, grain) * grain;
        this.length = (long) rule.interval() * frequency.seconds();
        this.limits = DayLimits.of(rule);
        rule.byDay().forEach(day -> weekdays.add(day.day()));
        this.hours = limit(rule, ByPart.BYHOUR, Frequency.HOURLY);
        this.minutes = limit(rule, ByPart.BYMINUTE, Frequency.MINUTELY);
        this.seconds = limit(rule, ByPart.BYSECOND, Frequency.SECONDLY);
        this.limited = !rule.isPlain();
        this.within = new DaySeconds(
                expansion(rule, ByPart.BYHOUR, Frequency.HOURLY, start.getHour()),
                expansion(rule, ByPart.BYMINUTE, Frequency.MINUTELY, start.getMinute()),
                expansion(rule, ByPart.BYSECOND, Frequency.SECONDLY, start.getSecond()));
        this.picked = new SetPositions(rule).of(within.size());
    }

    /** Returns whether the periods of the rule are all of one length. */
    static boolean fits(Rule rule) {
        return rule.frequency().seconds() > 0 && (rule.frequency() != Frequency.WEEKLY || rule.isPlain());
    }

    private static Set<Integer> limit(Rule rule, ByPart part, Frequency own) {
        return rule.frequency().isLongerThan(own) ? Set.of() : new HashSet<>(rule.by(part));
    }

    private static List<Integer> expansion(Rule rule, ByPart part, Frequency own, int ofStart) {
        return rule.frequency().isLongerThan(own) ? rule.byOr(part, ofStart) : List.of(0);
    }

    @Override
    public Walk walk(long from, long to, Steps steps) {
        return picked.size() == 0 ? () -> WallClocks.NONE : new PeriodWalk(Math.max(start, from), to, steps);
    }

    private final class PeriodWalk implements Walk {

        private final long from;
        private final long to;
        private final Steps steps;
        private long period;
        private int next = -1;

        PeriodWalk(long from, long to, Steps steps) {
            this.from = from;
            this.to = to;
            this.steps = steps;
            this.period = firstPeriod + Math.floorDiv(this.from - firstPeriod, length) * length;
        }

        @Override
        public long next() {
            while (period < to && steps.take()) {
                if (next < 0 && !enter()) {
                    continue;
                }
                if (next < picked.size()) {
                    return at(next);
                }
                leave(period + length);
            }
            return WallClocks.NONE;
        }

        private long at(int number) {
            long clock = period + within.get(picked.get(number));
            next++;
            if (next == picked.size()) {
                leave(period + length);
            }
            return clock < to ? clock : WallClocks.NONE;
        }

        /** Goes into the period if it has instances, or on to one that may. */
        private boolean enter() {
            if (limited) {
                long after = ruledOutUntil(WallClocks.local(period));
                if (after > period) {
                    leave(after);
                    return false;
                }
            }
            next = period + within.get(picked.get(0)) >= from ? 0 : firstFrom();
            return true;
        }

        /** Leaves for the first period that begins then or later. */
        private void leave(long earliest) {
            long periods = Math.floorDiv(earliest - firstPeriod + length - 1, length);
            period = firstPeriod + periods * length;
            next = -1;
        }

        private int firstFrom() {
            int low = 0;
            int high = picked.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (period + within.get(picked.get(middle)) < from) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** Returns when the stretch ends that a BY part rules out around this moment; the moment itself if none does. */
    private long ruledOutUntil(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        if (!limits.allowMonth(day)) {
            return WallClocks.seconds(day.withDayOfMonth(1).plusMonths(1).atStartOfDay());
        }
        if (!isDayAllowed(day)) {
            return WallClocks.seconds(day.plusDays(1).atStartOfDay());
        }
        if (!hours.isEmpty() && !hours.contains(at.getHour())) {
            return WallClocks.seconds(day.atTime(at.getHour(), 0)) + 3_600;
        }
        if (!minutes.isEmpty() && !minutes.contains(at.getMinute())) {
            return WallClocks.seconds(day.atTime(at.getHour(), at.getMinute())) + 60;
        }
        return WallClocks.seconds(at) + (!seconds.isEmpty() && !seconds.contains(at.getSecond()) ? 1 : 0);
    }

    private boolean isDayAllowed(LocalDate day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek())) && limits.allowDayNumber(day);
    }
}
