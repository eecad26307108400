package io.calendarsync.ics.internal.write;

import java.time.Duration;

/** Writes DURATION values (RFC 5545 section 3.3.6), in whole seconds. */
final class DurationValue {

    private DurationValue() {}

    /** Returns elapsed time: without days, which are lengths of the wall clock. */
    static String elapsed(Duration length) {
        return length.isNegative() ? "-PT" + time(length.negated()) : "PT" + time(length);
    }

    /** Returns days on the wall clock and elapsed time after them. */
    static String nominal(int days, Duration time) {
        return "P" + days + "D" + (time.toSeconds() == 0 ? "" : "T" + time(time));
    }

    /** Minutes may not be left out between hours and seconds. */
    private static String time(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        int seconds = time.toSecondsPart();
        StringBuilder text = new StringBuilder();
        if (hours > 0) {
            text.append(hours).append('H');
        }
        if (minutes > 0 || (hours > 0 && seconds > 0)) {
            text.append(minutes).append('M');
        }
        if (seconds > 0 || text.isEmpty()) {
            text.append(seconds).append('S');
        }
        return text.toString();
    }
}
