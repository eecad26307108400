package io.calendarsync.recurrence;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The clock on which a series repeats. Times of other types are read as those of the series, as calendars mix them
 * freely. Dates and floating times repeat on a clock that never changes, UTC's, whoever looks at them. Immutable.
 *
 * @param start the start of the series
 * @param zone the zone of its clock
 * @param kind what its times are
 */
record SeriesClock(LocalDateTime start, ZoneId zone, Kind kind) {

    enum Kind {
        TIMED,
        ALL_DAY,
        FLOATING
    }

    static SeriesClock of(EventTime first) {
        if (first instanceof EventTime.Timed timed) {
            return new SeriesClock(timed.start(), timed.zone(), Kind.TIMED);
        }
        Kind kind = first instanceof EventTime.AllDay ? Kind.ALL_DAY : Kind.FLOATING;
        return new SeriesClock(first.localStart(), ZoneOffset.UTC, kind);
    }

    /** Returns what reads this clock. */
    ClockReader reader() {
        return new ClockReader(zone.getRules());
    }

    /** Returns the start of the series as an instance. */
    Original first() {
        return original(WallClocks.seconds(start), reader());
    }

    /**
     * Returns the instance at a wall clock; in a gap or overlap as RFC 5545 section 3.3.5 says.
     *
     * @param reader reads this clock
     */
    Original original(long clock, ClockReader reader) {
        Instant at = Instant.ofEpochSecond(reader.instant(clock));
        long shown = reader.shown(clock);
        return new Original(clock, WallClocks.local(shown), zone, at, shown != clock, null);
    }

    /** Returns the instance of an RDATE value; a date of a timed series is read as its time of day on that day. */
    Original original(RecurrenceDate date) {
        RecurrenceId id = date.start();
        Instant at = id instanceof RecurrenceId.OnDate && kind != Kind.ALL_DAY
                ? instant(id.local().with(start.toLocalTime()))
                : at(id);
        LocalDateTime local = local(at);
        ZoneId shown = instant(local).equals(at) ? zone : zone.getRules().getOffset(at);
        return new Original(
                WallClocks.seconds(local),
                local,
                shown,
                at,
                false,
                date.length().orElse(null));
    }

    /** Returns the instant an original start names, taken as one of this series. */
    Instant at(RecurrenceId id) {
        return switch (kind) {
            case TIMED -> id.instant(zone);
            case ALL_DAY -> instant(id.local().with(LocalTime.MIDNIGHT));
            case FLOATING -> instant(id.local());
        };
    }

    /** Returns the last instant at which an instance of a rule with this UNTIL may start. */
    Instant last(Until until) {
        return switch (kind) {
            case TIMED -> until.utc() ? until.last().toInstant(ZoneOffset.UTC) : instant(until.last());
            case ALL_DAY -> instant(until.last().with(LocalTime.MAX));
            case FLOATING -> instant(until.last());
        };
    }

    /** Returns what the clock shows. */
    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** Returns the name of an instance. */
    RecurrenceId name(Original original) {
        return switch (kind) {
            case TIMED -> new RecurrenceId.Zoned(original.local(), original.zone());
            case ALL_DAY -> new RecurrenceId.OnDate(original.local().toLocalDate());
            case FLOATING -> new RecurrenceId.Floating(original.local());
        };
    }

    private Instant instant(LocalDateTime clock) {
        return ZonedDateTime.ofLocal(clock, zone, null).toInstant();
    }
}
