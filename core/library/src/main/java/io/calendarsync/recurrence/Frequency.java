package io.calendarsync.recurrence;

/** FREQ of a rule (RFC 5545 section 3.3.10), with the length of its period where that is always the same. */
enum Frequency {
    SECONDLY(1),
    MINUTELY(60),
    HOURLY(3_600),
    DAILY(86_400),
    WEEKLY(7 * 86_400),
    MONTHLY(0),
    YEARLY(0);

    private final int seconds;

    Frequency(int seconds) {
        this.seconds = seconds;
    }

    /** Returns the length of the period on the wall clock in seconds. */
    int seconds() {
        return seconds;
    }

    boolean isLongerThan(Frequency other) {
        return compareTo(other) > 0;
    }
}
