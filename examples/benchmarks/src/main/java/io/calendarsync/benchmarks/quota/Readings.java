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

/** When each calendar was read, by whichever node, and how long after it was due. Thread-safe. */
final class Readings implements SyncObserver {

    private static final double MILLIS_A_MINUTE = 60_000;

    private final InstantSource clock;
    private final Map<CalendarId, Reading> last = new HashMap<>();
    private final List<Double> late = new ArrayList<>();
    private int again;
    private long putOff;

    /**
     * What is known of a calendar.
     *
     * @param due when it is to be read next
     * @param times how often it was read
     */
    private record Reading(Instant due, int times) {}

    Readings(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void pulled(CalendarId calendar, SyncReport report) {
        if (report.outcome() == SyncReport.Outcome.LATER) {
            putOff++;
        }
        if (report.outcome() != SyncReport.Outcome.DONE) {
            return;
        }
        Instant now = clock.instant();
        Reading before = last.getOrDefault(calendar, new Reading(Instant.EPOCH, 0));
        if (before.times() > 0) {
            late.add(Math.max(0, Duration.between(before.due(), now).toMillis()) / MILLIS_A_MINUTE);
        }
        again += before.times() == 1 ? 1 : 0;
        last.put(calendar, new Reading(report.next().orElse(Instant.MAX), before.times() + 1));
    }

    /** Returns how many calendars have been read. */
    synchronized int once() {
        return last.size();
    }

    /** Returns how many calendars have been read a second time. */
    synchronized int again() {
        return again;
    }

    /** Returns how often a reading was put off for want of budget. */
    synchronized long putOff() {
        return putOff;
    }

    /** Returns by how many minutes readings after the first were late, those that still wait included. */
    synchronized Sorted late() {
        List<Double> all = new ArrayList<>(late);
        Instant now = clock.instant();
        last.values().stream()
                .filter(reading -> reading.due().isBefore(now))
                .forEach(reading -> all.add(Duration.between(reading.due(), now).toMillis() / MILLIS_A_MINUTE));
        return Sorted.of(all);
    }
}
