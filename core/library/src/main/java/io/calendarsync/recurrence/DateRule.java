package io.calendarsync.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * The dates a rule names, period by period: weeks, months or years. Dates are days since the first of 1970. Times of day
 * and BYSETPOS are no concern of it. Implementations are immutable.
 */
interface DateRule {

    /**
     * Lists the dates of the periods of a series: every so many from the one it starts in.
     *
     * @param from the first day of interest; earlier periods may be listed too
     * @param to the last day of interest; periods that begin after it need not be listed
     */
    Periods periods(long from, long to);

    /** A walk through periods; confined to one thread. */
    interface Periods {

        /** Returns the dates of the next period, ascending, of some periods none; null at the end. */
        long @Nullable [] next();
    }
}
