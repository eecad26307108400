package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Monthly rules. Immutable. */
final class MonthDates implements DateRule {

    private static final long[] NO_DATES = {};

    private final long firstMonth;
    private final int interval;
    private final DayLimits limits;
    private final MonthDays days;

    MonthDates(Rule rule, LocalDate start) {
        this.firstMonth = month(start);
        this.interval = rule.interval();
        this.limits = DayLimits.of(rule);
        this.days = MonthDays.of(rule, start);
    }

    /** Counts months from the year 0. */
    private static long month(LocalDate day) {
        return day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    @Override
    public Periods periods(long from, long to) {
        long of = month(LocalDate.ofEpochDay(days.reachIntoNext() ? from - 1 : from));
        return new Months(firstMonth + Math.max(0, of - firstMonth) / interval * interval, to);
    }

    private final class Months implements Periods {

        private final long to;
        private long month;

        Months(long month, long to) {
            this.month = month;
            this.to = to;
        }

        @Override
        public long @Nullable [] next() {
            LocalDate start = LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1);
            long first = start.toEpochDay();
            if (first > to) {
                return null;
            }
            month += interval;
            return limits.allowMonth(start) ? MonthDays.dates(first, days.of(first, start.lengthOfMonth())) : NO_DATES;
        }
    }
}
