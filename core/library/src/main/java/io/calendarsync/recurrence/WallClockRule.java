package io.calendarsync.recurrence;

/**
 * The wall clocks a rule names, without zone, COUNT and UNTIL: the one thing an engine for rules has to know. All are
 * numbers as {@link WallClocks} has them. Implementations are immutable.
 */
interface WallClockRule {

    /**
     * Lists wall clocks that are neither before the start of the series nor in {@code [.., from)}.
     *
     * @param from the first of interest; implementations go there without walking all the way from the start
     * @param to the first no longer of interest; implementations may end there
     */
    Walk walk(long from, long to, Steps steps);

    /** A walk through wall clocks; confined to one thread. */
    interface Walk {

        /** Returns the next, later than the one before; {@link WallClocks#NONE} at the end or when the steps are exhausted. */
        long next();
    }
}
