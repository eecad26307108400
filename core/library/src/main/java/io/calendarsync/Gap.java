package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Interval;

/**
 * A stretch of time in which it is not known what a calendar holds.
 *
 * @param calendar which calendar
 * @param interval from when until when, inside of what was asked for and the buffers around it
 * @param why what is missing
 * @since 0.1
 */
public record Gap(CalendarId calendar, Interval interval, Why why) {

    /** Why it is not known. */
    public enum Why {
        /** The first reading of the calendar has not ended yet. */
        NOT_YET_SYNCED,
        /** The provider refuses: the calendar waits for the host or the user. */
        PARKED,
        /** Nothing is read that far ahead, or kept that far back. */
        OUTSIDE_WINDOW,
        /** It has not been in step for longer than {@link BusyPolicy#staleAfter} allows. */
        STALE,
        /** A series in it takes more steps than it is allowed, so that not all of its instances are known. */
        COSTLY_SERIES,
        /**
         * It changed each time it was read, or a reading of the provider has changed a part of it and has not come to its
         * end: ask again.
         */
        CHANGING
    }
}
