package io.calendarsync.benchmarks.quota;

import io.calendarsync.CalendarSync;
import io.calendarsync.PublicationStatus;
import io.calendarsync.PutResult;
import io.calendarsync.SyncReport;
import io.calendarsync.Use;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.EventDraft;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.HostKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Somebody who waits: to see a calendar as it is now, or to have an event written into it. Who is told to come later does
 * so then. Confined to one thread.
 */
final class Caller {

    private static final LocalDate DAY = LocalDate.parse("2026-02-02");
    private static final double NANOS_A_MILLI = 1e6;

    private final CalendarSync node;
    private final CalendarId calendar;
    private final Optional<HostKey> writes;
    private final Instant began;
    private Instant again;
    private boolean begun;
    private long nanos;

    private Caller(CalendarSync node, CalendarId calendar, Optional<HostKey> writes, Instant now) {
        this.node = node;
        this.calendar = calendar;
        this.writes = writes;
        this.began = now;
        this.again = now;
    }

    static Caller looking(CalendarSync node, CalendarId calendar, Instant now) {
        return new Caller(node, calendar, Optional.empty(), now);
    }

    static Caller writing(CalendarSync node, CalendarId calendar, HostKey key, Instant now) {
        return new Caller(node, calendar, Optional.of(key), now);
    }

    /** Returns when to try next. */
    Instant again() {
        return again;
    }

    /** Tries; returns whether the wait is over. */
    boolean isServed(Instant now) {
        long start = System.nanoTime();
        try {
            return writes.map(key -> isWritten(key, now)).orElseGet(() -> isSeen(now));
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    /** Returns how long it took until then: virtual time that passed, and the time its own calls took. */
    double millis(Instant now) {
        return Duration.between(began, now).toMillis() + nanos / NANOS_A_MILLI;
    }

    private boolean isSeen(Instant now) {
        SyncReport report = node.agenda().syncNow(calendar);
        again = report.next().filter(next -> next.isAfter(now)).orElse(now);
        return switch (report.outcome()) {
            case DONE -> true;
            case MORE, LATER, ELSEWHERE, FAILED -> false;
            case IDLE -> throw new BenchmarkFailure("a calendar is not to be read: " + report);
        };
    }

    private boolean isWritten(HostKey key, Instant now) {
        if (!begun) {
            begun = true;
            EventDraft draft = EventDraft.builder()
                    .time(new EventTime.AllDay(DAY, DAY.plusDays(1)))
                    .title("Booked")
                    .build();
            node.connections().use(calendar, EnumSet.allOf(Use.class));
            PutResult result = node.publisher().put(key, 1, calendar, draft);
            if (result != PutResult.ACCEPTED) {
                throw new BenchmarkFailure("an event is not taken: " + result);
            }
            return false;
        }
        PublicationStatus status = node.publisher().status(key);
        again = now;
        return switch (status.state()) {
            case PUBLISHED -> true;
            case PENDING -> false;
            default -> throw new BenchmarkFailure("an event could not be written: " + status);
        };
    }
}
