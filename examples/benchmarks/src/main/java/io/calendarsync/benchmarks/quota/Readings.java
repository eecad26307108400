package io.calendarsync.benchmarks.quota;

import io.calendarsync.SyncObserver;
import io.calendarsync.SyncReport;
import io.calendarsync.benchmarks.Sorted;
import io.calendarsync.model.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each calendar was read, by whichever node. Thread-safe. */
final class Readings implements SyncObserver {

    private static final double MILLIS_A_MINUTE = 60_000;

    private final InstantSource clock;
    private final Map<CalendarId, Instant> last = new HashMap<>();
    private final Map<CalendarId, Duration> longest = new HashMap<>();
    private long putOff;

    Readings(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void pulled(CalendarId calendar, SyncReport report) {
        if (report.outcome() == SyncReport.Outcome.LATER) {
            putOff++;
        }
        if (report.outcome() == SyncReport.Outcome.DONE) {
            Instant now = clock.instant();
            Instant before = last.put(calendar, now);
            if (before != null) {
                longest.merge(calendar, Duration.between(before, now), Readings::longer);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Returns how many calendars have been read. */
    synchronized int once() {
        return last.size();
    }

    /** Returns how many calendars have been read more than once. */
    synchronized int again() {
        return longest.size();
    }

    /** Returns how often a reading was put off for want of budget. */
    synchronized long putOff() {
        return putOff;
    }

    /** Returns for how many minutes each calendar, when it was worst, was not read; what is so until now counts. */
    synchronized Sorted minutesBetween() {
        Instant now = clock.instant();
        List<Double> all = new ArrayList<>();
        last.forEach((calendar, read) -> {
            Duration sinceThen = Duration.between(read, now);
            Duration most = longer(sinceThen, longest.getOrDefault(calendar, Duration.ZERO));
            all.add(most.toMillis() / MILLIS_A_MINUTE);
        });
        return Sorted.of(all);
    }
}
