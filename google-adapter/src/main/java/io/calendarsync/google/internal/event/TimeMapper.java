package io.calendarsync.google.internal.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When an event takes place: {@code start} and {@code end}. What cannot be read of the end leaves the start as it is. */
final class TimeMapper {

    /** Where an event without any readable time is put: no window reaches there. */
    static final EventTime NOWHEN = new Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final Point point;

    TimeMapper(ZoneNames zones) {
        this.point = new Point(zones);
    }

    // From Google

    /** Returns when an event is; a cancelled instance tells only when it would have been. */
    EventTime read(ObjectNode event, Findings findings) {
        Optional<RecurrenceId> start = point.read(event.path("start"), findings);
        if (start.isEmpty()) {
            boolean expected = !Json.text(event, "status").equals("cancelled") || event.has("start");
            Optional<RecurrenceId> original = originalStart(event, findings);
            if (expected || original.isEmpty()) {
                findings.add(Reason.UNREADABLE_TIME, "no readable start");
            }
            return original.map(TimeMapper::withoutLength).orElse(NOWHEN);
        }
        Optional<RecurrenceId> end = point.read(event.path("end"), findings);
        if (end.isEmpty()) {
            findings.add(Reason.UNREADABLE_TIME, "no readable end");
            return withoutLength(start.get());
        }
        return until(start.get(), end.get(), findings);
    }

    /** Returns which instance of its series an event is; empty where it tells none. */
    Optional<RecurrenceId> originalStart(ObjectNode event, Findings findings) {
        return point.read(event.path("originalStartTime"), findings);
    }

    /** Returns the start of a time as that of an instance. */
    static RecurrenceId startOf(EventTime time) {
        if (time instanceof AllDay days) {
            return new RecurrenceId.OnDate(days.start());
        }
        if (time instanceof Timed timed) {
            return new RecurrenceId.Zoned(timed.start(), timed.zone());
        }
        return new RecurrenceId.Floating(time.localStart());
    }

    private static EventTime withoutLength(RecurrenceId start) {
        if (start instanceof RecurrenceId.OnDate day) {
            return new AllDay(day.date(), day.date().plusDays(1));
        }
        if (start instanceof RecurrenceId.Zoned at) {
            return Timed.of(at.local(), at.zone(), Duration.ZERO);
        }
        return new Floating(start.local(), Duration.ZERO);
    }

    private static EventTime until(RecurrenceId start, RecurrenceId end, Findings findings) {
        if (start instanceof RecurrenceId.OnDate != end instanceof RecurrenceId.OnDate) {
            findings.add(Reason.UNREADABLE_TIME, "start and end are not both dates or both times");
            return withoutLength(start);
        }
        if (start instanceof RecurrenceId.OnDate day) {
            return days(day.date(), end.local().toLocalDate(), findings);
        }
        if (start instanceof RecurrenceId.Zoned at) {
            return timed(at, end, findings);
        }
        return new Floating(start.local(), notNegative(Duration.between(start.local(), end.local()), findings));
    }

    /** The end is the day after the last; ending on the day it starts is how some clients write a single day. */
    private static EventTime days(LocalDate start, LocalDate end, Findings findings) {
        if (end.isBefore(start)) {
            findings.add(Reason.UNREADABLE_TIME, "ends before it starts");
        }
        return new AllDay(start, end.isAfter(start) ? end : start.plusDays(1));
    }

    /** An end that names another region is on a clock of its own; an offset alone names none. */
    private static EventTime timed(RecurrenceId.Zoned start, RecurrenceId end, Findings findings) {
        Instant from = start.instant(start.zone());
        Instant until = end.instant(start.zone());
        boolean own = end instanceof RecurrenceId.Zoned at
                && !Point.isOffset(at.zone())
                && !at.zone().getRules().equals(start.zone().getRules());
        if (own && !until.isBefore(from)) {
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

    // To Google

    /** Writes when an event is to be; returns why it cannot. */
    Optional<String> write(EventTime time, ObjectNode event) {
        if (time instanceof AllDay days) {
            event.putObject("start").put("date", days.start().toString());
            event.putObject("end").put("date", days.endExclusive().toString());
            return Optional.empty();
        }
        if (time instanceof Timed timed) {
            ZonedDateTime start = ZonedDateTime.ofLocal(timed.start(), timed.zone(), null);
            ZonedDateTime end = timed.end().after(start);
            event.set("start", clock(timed.start(), start));
            event.set("end", clock(end.toLocalDateTime(), end));
            return Optional.empty();
        }
        return Optional.of("Google has no times without a zone");
    }

    /**
     * A wall clock and its zone, so that the time stays where it is when the rules of the zone change; with an offset
     * besides where the clock alone could be read in two ways.
     */
    private static ObjectNode clock(LocalDateTime local, ZonedDateTime meant) {
        ObjectNode written = Json.object();
        ZoneId zone = meant.getZone();
        if (zone.equals(ZoneOffset.UTC)) {
            return written.put("dateTime", WITH_OFFSET.format(meant)).put("timeZone", "UTC");
        }
        if (Point.isOffset(zone)) {
            return written.put("dateTime", WITH_OFFSET.format(meant));
        }
        boolean plain = zone.getRules().getValidOffsets(local).size() == 1;
        return written.put("dateTime", plain ? LOCAL.format(local) : WITH_OFFSET.format(meant))
                .put("timeZone", zone.getId());
    }
}
