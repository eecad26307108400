package io.calendarsync.engine.record;

import io.calendarsync.model.CalendarId;
import io.calendarsync.spi.store.StoredRecord;
import java.time.Instant;

/**
 * What there is to do in one calendar for one publication.
 *
 * @param calendar in which calendar
 * @param due when it is to be done, {@link #NEVER} where there is nothing to do
 * @param trouble what went wrong since it last went well
 * @param stop why it is not tried again until the host says so, empty where it is
 */
public record Errand(CalendarId calendar, Instant due, Trouble trouble, String stop) {

    /** Later than any time. */
    public static final Instant NEVER = StoredRecord.LATEST;

    private static final String DROPPED = "DROPPED";

    /** Returns one that is due. */
    public static Errand due(CalendarId calendar, Instant at) {
        return new Errand(calendar, at, Trouble.none(), "");
    }

    /** Returns one with nothing to do. */
    public static Errand done(CalendarId calendar) {
        return due(calendar, NEVER);
    }

    /** Returns whether it is to be done by now; so is what stands further ahead than anything is put off (H24). */
    public boolean isDue(Instant now) {
        boolean astray = due.isAfter(now.plus(DueRecords.FARTHEST)) && due.isBefore(NEVER);
        return astray || !due.isAfter(now);
    }

    /** Returns whether it waits for the host. */
    public boolean isStopped() {
        return !stop.isEmpty() && !isDropped();
    }

    /** Returns whether the host has given it up. */
    public boolean isDropped() {
        return stop.equals(DROPPED);
    }

    /** Returns it as given up. */
    public Errand dropped() {
        return new Errand(calendar, NEVER, Trouble.none(), DROPPED);
    }

    /** Returns it after a fault, to be tried again then. */
    public Errand again(RuntimeException fault, Instant now, Instant then) {
        return new Errand(calendar, then, trouble.again(fault, now), "");
    }

    /** Returns it as waiting for the host. */
    public Errand stopped(String why, String message, Instant now) {
        return new Errand(calendar, NEVER, new Trouble(trouble.failures() + 1, why, message, now), why);
    }
}
