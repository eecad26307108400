package io.calendarsync.ics.internal.write;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** Names zones in a file. A region has its own id; an offset has none in the IANA database but for some of whole hours. */
final class TimeZoneId {

    private static final int HOUR = 3600;
    private static final int LEAST = -12 * HOUR;
    private static final int MOST = 14 * HOUR;

    private TimeZoneId() {}

    static String of(ZoneId zone) {
        if (!(zone instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        int seconds = offset.getTotalSeconds();
        boolean known = seconds % HOUR == 0 && seconds >= LEAST && seconds <= MOST && seconds != 0;
        // Signs are turned in these names.
        return known ? "Etc/GMT" + (seconds > 0 ? "-" : "+") + Math.abs(seconds / HOUR) : offset.getId();
    }
}
