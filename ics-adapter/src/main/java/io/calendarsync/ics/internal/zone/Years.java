package io.calendarsync.ics.internal.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The years a definition has to be right for.
 *
 * @param first the first of them
 * @param last the last of them, not before the first
 */
public record Years(int first, int last) {

    private static final int EARLIEST = 1970;
    private static final int LATEST = 2100;
    private static final int MOST = 60;

    /** Returns these years as far as anybody's rules are known for them, the last {@value #MOST} of them. */
    Years bounded() {
        int end = Math.max(EARLIEST, Math.min(LATEST, last));
        return new Years(Math.max(Math.max(EARLIEST, end + 1 - MOST), Math.min(first, end)), end);
    }

    /** Returns the last two of them. */
    Years latest() {
        return new Years(Math.max(first, last - 1), last);
    }

    Instant begin() {
        return beginOf(first);
    }

    Instant end() {
        return beginOf(last + 1);
    }

    static Instant beginOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
