package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads when an event takes place from DTSTART, DTEND and DURATION (RFC 5545 section 3.6.1). What cannot be read of the
 * end leaves the start as it is.
 */
final class TimeMapper {

    /** Where an event without any readable time is put: no window reaches there. */
    private static final EventTime NOWHEN = new Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);

    private final TimeValues values;

    TimeMapper(TimeValues values) {
        this.values = values;
    }

    EventTime map(Component event, Findings findings) {
        Optional<RecurrenceId> start = read(event, "DTSTART", findings);
        if (start.isEmpty()) {
            findings.add(Reason.UNREADABLE_TIME, "no readable start");
            return read(event, "RECURRENCE-ID", findings)
                    .or(() -> read(event, "DTEND", findings))
                    .map(TimeMapper::withoutLength)
                    .orElse(NOWHEN);
        }
        boolean ends = event.first("DTEND").isPresent();
        Optional<RecurrenceId> end = ends ? read(event, "DTEND", findings) : Optional.empty();
        if (end.isPresent()) {
            return until(start.get(), end.get(), findings);
        }
        if (ends) {
            findings.add(Reason.UNREADABLE_TIME, "an end that cannot be read");
        }
        return event.first("DURATION")
                .map(line -> lasting(start.get(), line, findings))
                .orElseGet(() -> withoutLength(start.get()));
    }

    private Optional<RecurrenceId> read(Component event, String name, Findings findings) {
        return event.first(name).flatMap(line -> values.of(line, findings));
    }

    /** A date alone is one day long, a time alone has no length (RFC 5545 section 3.6.1). */
    private static EventTime withoutLength(RecurrenceId start) {
        if (start instanceof RecurrenceId.OnDate day) {
            return new AllDay(day.date(), day.date().plusDays(1));
        }
        if (start instanceof RecurrenceId.Zoned at) {
            return Timed.of(at.local(), at.zone(), Duration.ZERO);
        }
        return new Floating(start.local(), Duration.ZERO);
    }

    private EventTime until(RecurrenceId start, RecurrenceId end, Findings findings) {
        if (start instanceof RecurrenceId.OnDate != end instanceof RecurrenceId.OnDate) {
            findings.add(Reason.UNREADABLE_TIME, "start and end are not both dates or both times");
            return withoutLength(start);
        }
        if (start instanceof RecurrenceId.OnDate day) {
            return daysUntil(day.date(), end.local().toLocalDate(), findings);
        }
        if (start instanceof RecurrenceId.Zoned at) {
            return timedUntil(at, end, findings);
        }
        // Between wall clocks: in a zone the length would change where clocks do, and with the zone asked for.
        LocalDateTime until =
                Coercion.toTypeOf(start, end, values.zones().floatingZone()).local();
        return new Floating(start.local(), notNegative(Duration.between(start.local(), until), findings));
    }

    /** Ending on the day it starts is how some senders write a single day. */
    private static EventTime daysUntil(LocalDate start, LocalDate end, Findings findings) {
        if (end.isBefore(start)) {
            findings.add(Reason.UNREADABLE_TIME, "ends before it starts");
        }
        return new AllDay(start, end.isAfter(start) ? end : start.plusDays(1));
    }

    private static EventTime timedUntil(RecurrenceId.Zoned start, RecurrenceId end, Findings findings) {
        Instant from = start.instant(start.zone());
        Instant until = end.instant(start.zone());
        boolean ownZone = end instanceof RecurrenceId.Zoned at
                && !at.zone().getRules().equals(start.zone().getRules());
        if (ownZone && !until.isBefore(from)) {
            return new Timed(start.local(), start.zone(), new End.Own(end.local(), ((RecurrenceId.Zoned) end).zone()));
        }
        return Timed.of(start.local(), start.zone(), notNegative(Duration.between(from, until), findings));
    }

    private static Duration notNegative(Duration length, Findings findings) {
        if (!length.isNegative()) {
            return length;
        }
        findings.add(Reason.UNREADABLE_TIME, "ends before it starts");
        return Duration.ZERO;
    }

    private static EventTime lasting(RecurrenceId start, ContentLine line, Findings findings) {
        Optional<Length> read = Length.parse(line.token()).filter(length -> !length.negative());
        if (read.isEmpty()) {
            findings.add(Reason.UNREADABLE_TIME, "a duration that cannot be read");
            return withoutLength(start);
        }
        Length length = read.get();
        if (start instanceof RecurrenceId.OnDate day) {
            return new AllDay(day.date(), day.date().plusDays(Math.max(1, wholeDays(length))));
        }
        if (start instanceof RecurrenceId.Zoned at) {
            End end = length.nominal() ? new End.Nominal(length.days(), length.time()) : new End.Exact(length.time());
            return new Timed(at.local(), at.zone(), end);
        }
        return new Floating(start.local(), length.elapsed());
    }

    /** Part of a day makes an event of whole days cover that day too. */
    private static long wholeDays(Length length) {
        return length.elapsed().plusDays(1).minusNanos(1).toDays();
    }
}
