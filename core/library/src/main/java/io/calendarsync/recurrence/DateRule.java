package io.calendarsync.recurrence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates a rule names, period by period: weeks, months or years. Times of day and BYSETPOS are no concern of it.
 * Implementations are immutable.
 */
interface DateRule {

    /**
     * Lists the dates of all periods from the one on in which this day lies; earlier periods may come before them.
     * Periods are those of the series: every so many from the one it starts in.
     */
    Periods periods(LocalDate day);

    /** A walk through periods; confined to one thread. */
    interface Periods {

        /** Returns the dates of the next period, ascending and not empty; null at the end. */
        @Nullable
        List<LocalDate> next();
    }
}
