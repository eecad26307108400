package io.calendarsync.benchmarks.expand;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The series and the year all contestants look at. */
final class Window {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final ZonedDateTime SERIES_START = ZonedDateTime.of(2011, 3, 1, 9, 0, 0, 0, ZONE);
    static final ZonedDateTime FROM = ZonedDateTime.of(2026, 3, 1, 0, 0, 0, 0, ZONE);
    static final ZonedDateTime TO = FROM.plusYears(1);

    private Window() {}
}
