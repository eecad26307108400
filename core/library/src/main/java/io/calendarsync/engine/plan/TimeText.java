package io.calendarsync.engine.plan;

import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Times as ISO 8601, the zone's name behind them in brackets as RFC 9557 writes it. */
final class TimeText {

    private TimeText() {}

    static String start(EventTime time) {
        return time instanceof EventTime.AllDay allDay
                ? allDay.start().toString()
                : time instanceof EventTime.Timed timed
                        ? zoned(timed.start(), timed.zone())
                        : time.localStart().toString();
    }

    static String end(EventTime time) {
        if (time instanceof EventTime.Timed timed) {
            return end(timed.end());
        }
        if (time instanceof EventTime.AllDay allDay) {
            return allDay.endExclusive().toString();
        }
        if (time instanceof EventTime.Floating floating) {
            return floating.length().toString();
        }
        throw new IllegalStateException("no form for " + time.getClass());
    }

    private static String end(End end) {
        if (end instanceof End.Exact exact) {
            return exact.length().toString();
        }
        if (end instanceof End.Nominal nominal) {
            String days = "P" + nominal.days() + "D";
            return nominal.time().isZero()
                    ? days
                    : days + nominal.time().toString().substring(1);
        }
        if (end instanceof End.Own own) {
            return zoned(own.local(), own.zone());
        }
        throw new IllegalStateException("no form for " + end.getClass());
    }

    static String recurrence(EventShape shape) {
        if (!(shape instanceof EventShape.Series series)) {
            return "";
        }
        Recurrence recurrence = series.recurrence();
        return recurrence.lines().isEmpty()
                ? recurrence.rules().stream().map(rule -> "RRULE:" + rule).collect(Collectors.joining("\n"))
                : String.join("\n", recurrence.lines());
    }

    static String override(EventShape shape) {
        return shape instanceof EventShape.Override override
                ? override.seriesId()
                        + "\n"
                        + id(override.recurrenceId())
                        + (override.thisAndFuture() ? "\nTHISANDFUTURE" : "")
                : "";
    }

    private static String id(RecurrenceId id) {
        if (id instanceof RecurrenceId.Zoned zoned) {
            return zoned(zoned.local(), zoned.zone());
        }
        return id instanceof RecurrenceId.OnDate onDate
                ? onDate.date().toString()
                : id.local().toString();
    }

    /** The offset in a gap is the one before it, in an overlap the first (RFC 5545 section 3.3.5). */
    private static String zoned(LocalDateTime local, ZoneId zone) {
        String time = local.toString() + zone.getRules().getOffset(local);
        return zone instanceof ZoneOffset ? time : time + "[" + zone + "]";
    }
}
