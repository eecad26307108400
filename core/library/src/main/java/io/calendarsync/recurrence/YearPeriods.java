package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes from year to year, every so many; confined to one thread. */
final class YearPeriods implements DateRule.Periods {

    private static final int LAST_YEAR =
            LocalDate.ofEpochDay(WallClocks.day(WallClocks.LAST)).getYear();

    private final IntFunction<long[]> dates;
    private final int interval;
    private final int last;
    private int year;

    private YearPeriods(IntFunction<long[]> dates, int interval, int year, int last) {
        this.dates = dates;
        this.interval = interval;
        this.year = year;
        this.last = Math.min(last, LAST_YEAR);
    }

    /**
     * Starts at the last of the years, counted from the first of the series, that is not after the one of interest.
     *
     * @param dates the dates of a year
     */
    static YearPeriods of(IntFunction<long[]> dates, int interval, int first, int from, int to) {
        int elapsed = Math.max(0, from - first) / interval;
        return new YearPeriods(dates, interval, first + elapsed * interval, to);
    }

    @Override
    public long @Nullable [] next() {
        if (year > last) {
            return null;
        }
        long[] found = dates.apply(year);
        year += interval;
        return found;
    }
}
