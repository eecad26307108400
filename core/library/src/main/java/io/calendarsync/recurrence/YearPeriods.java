package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes from year to year, every so many; confined to one thread. */
final class YearPeriods implements DateRule.Periods {

    private final IntFunction<List<LocalDate>> dates;
    private final int interval;
    private final int last;
    private int year;

    private YearPeriods(IntFunction<List<LocalDate>> dates, int interval, int year, int last) {
        this.dates = dates;
        this.interval = interval;
        this.year = year;
        this.last = Math.min(last, WallClocks.LAST.getYear());
    }

    /**
     * Starts at the last of the years, counted from the first of the series, that is not after the one of interest.
     *
     * @param dates the dates of a year
     */
    static YearPeriods of(IntFunction<List<LocalDate>> dates, int interval, int first, int from, int to) {
        int elapsed = Math.max(0, from - first) / interval;
        return new YearPeriods(dates, interval, first + elapsed * interval, to);
    }

    @Override
    public @Nullable List<LocalDate> next() {
        if (year > last) {
            return null;
        }
        List<LocalDate> found = dates.apply(year);
        year += interval;
        return found;
    }
}
