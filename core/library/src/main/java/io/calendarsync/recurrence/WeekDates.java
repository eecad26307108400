package io.calendarsync.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weekly rules. Immutable. */
final class WeekDates implements DateRule {

    private final long firstWeek;
    private final int length;
    private final int[] days;
    private final DayLimits limits;

    WeekDates(Rule rule, LocalDate start) {
        long day = start.toEpochDay();
        this.firstWeek = day - Weekdays.since(day, rule.weekStart());
        this.length = 7 * rule.interval();
        List<DayOfWeek> named = rule.byDay().isEmpty()
                ? List.of(start.getDayOfWeek())
                : rule.byDay().stream().map(Rule.WeekdayNumber::day).toList();
        this.days = named.stream()
                .mapToInt(weekday -> Weekdays.from(firstWeek, weekday))
                .sorted()
                .toArray();
        this.limits = DayLimits.of(rule);
    }

    @Override
    public Periods periods(long from, long to) {
        return new Weeks(firstWeek + Math.max(0, Math.floorDiv(from - firstWeek, length)) * length, to);
    }

    private final class Weeks implements Periods {

        private final long to;
        private long week;

        Weeks(long week, long to) {
            this.week = week;
            this.to = to;
        }

        @Override
        public long @Nullable [] next() {
            if (week > to) {
                return null;
            }
            long[] dates = new long[days.length];
            int size = 0;
            for (int day : days) {
                if (limits.months().isEmpty() || limits.allowMonth(LocalDate.ofEpochDay(week + day))) {
                    dates[size++] = week + day;
                }
            }
            week += length;
            return size == dates.length ? dates : Arrays.copyOf(dates, size);
        }
    }
}
