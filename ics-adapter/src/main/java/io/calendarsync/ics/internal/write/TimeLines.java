package io.calendarsync.ics.internal.write;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Writes when an event takes place: DTSTART, and DTEND or DURATION where it has a length (RFC 5545 section 3.6.1). */
final class TimeLines {

    private TimeLines() {}

    static RecurrenceId start(EventTime time) {
        if (time instanceof AllDay days) {
            return new RecurrenceId.OnDate(days.start());
        }
        if (time instanceof Timed timed) {
            return new RecurrenceId.Zoned(timed.start(), timed.zone());
        }
        return new RecurrenceId.Floating(time.localStart());
    }

    /** Returns the line that says how long it is, none for an event without length. */
    static Optional<String> end(EventTime time) {
        if (time instanceof AllDay days) {
            return until(new RecurrenceId.OnDate(days.endExclusive()));
        }
        if (time instanceof Floating floating) {
            LocalDateTime end = floating.start().plus(floating.length());
            return hasLength(floating.length()) ? until(new RecurrenceId.Floating(end)) : Optional.empty();
        }
        if (time instanceof Timed timed) {
            return end(timed);
        }
        throw new IllegalStateException("no form for " + time.getClass());
    }

    private static Optional<String> end(Timed timed) {
        if (timed.end() instanceof End.Nominal nominal) {
            return Optional.of(duration(DurationValue.nominal(nominal.days(), nominal.time())));
        }
        if (timed.end() instanceof End.Exact exact) {
            return hasLength(exact.length()) ? after(timed, exact.length()) : Optional.empty();
        }
        if (timed.end() instanceof End.Own own) {
            RecurrenceId.Zoned end = new RecurrenceId.Zoned(own.local(), own.zone());
            // An end that is not after the start must not be written; the event has no length.
            return instant(timed.start(), timed).isBefore(end.instant(own.zone())) ? until(end) : Optional.empty();
        }
        throw new IllegalStateException("no form for " + timed.end().getClass());
    }

    /** The end as a time, which most programs prefer; as a length where clocks show that time twice. */
    private static Optional<String> after(Timed timed, Duration length) {
        ZonedDateTime end = ZonedDateTime.ofLocal(timed.start(), timed.zone(), null)
                .plus(length)
                .withNano(0);
        return instant(end.toLocalDateTime(), timed).equals(end.toInstant())
                ? until(new RecurrenceId.Zoned(end.toLocalDateTime(), timed.zone()))
                : Optional.of(duration(DurationValue.elapsed(length)));
    }

    private static Instant instant(LocalDateTime local, Timed clock) {
        return ZonedDateTime.ofLocal(local, clock.zone(), null).toInstant();
    }

    private static boolean hasLength(Duration length) {
        return length.toSeconds() > 0;
    }

    /** An end beyond the year 9999 cannot be written; without one, the event at least begins when it does. */
    private static Optional<String> until(RecurrenceId end) {
        return TimeValue.isWritable(end) ? Optional.of(TimeValue.line("DTEND", end)) : Optional.empty();
    }

    private static String duration(String value) {
        return Line.of("DURATION").value(value);
    }
}
