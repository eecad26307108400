package io.calendarsync.examples.report;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as ISO 8601: with the offset where there is a zone, local where the event floats, dates for whole days. */
public final class Times {

    private Times() {}

    public static String start(EventTime time) {
        return text(time, true);
    }

    /** Returns the end; of whole days the day after the last. */
    public static String end(EventTime time) {
        return text(time, false);
    }

    private static String text(EventTime time, boolean start) {
        if (time instanceof EventTime.AllDay days) {
            return (start ? days.start() : days.endExclusive()).toString();
        }
        if (time instanceof EventTime.Floating floating) {
            return local(start ? floating.start() : floating.start().plus(floating.length()));
        }
        if (time instanceof EventTime.Timed timed) {
            ZonedDateTime from = ZonedDateTime.ofLocal(timed.start(), timed.zone(), null);
            return start ? offset(from) : offset(timed.end().after(from));
        }
        throw new IllegalStateException("no form for " + time.getClass());
    }

    public static Optional<String> zone(EventTime time) {
        return time instanceof EventTime.Timed timed
                ? Optional.of(
                        timed.zone().equals(ZoneOffset.UTC)
                                ? "UTC"
                                : timed.zone().getId())
                : Optional.empty();
    }

    public static String text(RecurrenceId id) {
        if (id instanceof RecurrenceId.Zoned zoned) {
            return offset(ZonedDateTime.ofLocal(zoned.local(), zoned.zone(), null));
        }
        return id instanceof RecurrenceId.OnDate day ? day.date().toString() : local(id.local());
    }

    /** Returns the original start as a viewer's clock shows it. */
    public static String text(RecurrenceId id, ZoneId viewer) {
        return id instanceof RecurrenceId.OnDate day ? day.date().toString() : at(id.instant(viewer), viewer);
    }

    /** Returns when something takes place once, as a viewer's clock shows it. */
    public static Report.Instance instance(Occurrence one, ZoneId viewer) {
        String recurrenceId = one.recurrenceId().map(id -> text(id, viewer)).orElse("");
        boolean allDay = one.time() instanceof EventTime.AllDay;
        String start = allDay ? start(one.time()) : at(one.span().start(), viewer);
        return new Report.Instance(one.event(), recurrenceId, start, end(one, viewer), allDay);
    }

    /** A floating event ends by its wall clock, whatever clocks do in between. */
    private static String end(Occurrence one, ZoneId viewer) {
        if (one.time() instanceof EventTime.AllDay) {
            return end(one.time());
        }
        return one.time() instanceof EventTime.Floating floating
                ? at(floating.start().plus(floating.length()).atZone(viewer).toInstant(), viewer)
                : at(one.span().end(), viewer);
    }

    public static String at(Instant instant, ZoneId viewer) {
        return offset(instant.atZone(viewer));
    }

    private static String offset(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String local(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
