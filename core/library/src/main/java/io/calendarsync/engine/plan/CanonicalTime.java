package io.calendarsync.engine.plan;

import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Times and recurrences as bytes; a mark in front keeps the kinds of a value apart. */
final class CanonicalTime {

    private static final int DATE = 1;
    private static final int FLOATING = 2;
    private static final int ZONED = 3;
    private static final int EXACT = 4;
    private static final int NOMINAL = 5;
    private static final int OWN = 6;

    private CanonicalTime() {}

    static void start(EventTime time, ByteSink out) {
        if (time instanceof EventTime.Timed timed) {
            out.mark(ZONED);
            zoned(timed.start(), timed.zone(), out);
        } else if (time instanceof EventTime.AllDay allDay) {
            out.mark(DATE);
            date(allDay.start(), out);
        } else if (time instanceof EventTime.Floating floating) {
            out.mark(FLOATING);
            local(floating.start(), out);
        } else {
            throw new IllegalStateException("no form for " + time.getClass());
        }
    }

    static void end(EventTime time, ByteSink out) {
        if (time instanceof EventTime.Timed timed) {
            end(timed.end(), out);
        } else if (time instanceof EventTime.AllDay allDay) {
            out.mark(DATE);
            date(allDay.endExclusive(), out);
        } else if (time instanceof EventTime.Floating floating) {
            out.mark(FLOATING);
            duration(floating.length(), out);
        } else {
            throw new IllegalStateException("no form for " + time.getClass());
        }
    }

    private static void end(End end, ByteSink out) {
        if (end instanceof End.Exact exact) {
            out.mark(EXACT);
            duration(exact.length(), out);
        } else if (end instanceof End.Nominal nominal) {
            out.mark(NOMINAL);
            out.number(nominal.days());
            duration(nominal.time(), out);
        } else if (end instanceof End.Own own) {
            out.mark(OWN);
            zoned(own.local(), own.zone(), out);
        } else {
            throw new IllegalStateException("no form for " + end.getClass());
        }
    }

    static void recurrence(EventShape shape, ByteSink out) {
        out.flag(shape instanceof EventShape.Series);
        if (!(shape instanceof EventShape.Series series)) {
            return;
        }
        Recurrence recurrence = series.recurrence();
        texts(recurrence.lines(), out);
        texts(recurrence.rules(), out);
        texts(recurrence.exceptionRules(), out);
        out.number(recurrence.dates().size());
        for (RecurrenceDate date : recurrence.dates()) {
            id(date.start(), out);
            out.flag(date.length().isPresent());
            date.length().ifPresent(length -> duration(length, out));
        }
        out.number(recurrence.exceptionDates().size());
        for (RecurrenceId date : recurrence.exceptionDates()) {
            id(date, out);
        }
    }

    static void override(EventShape shape, ByteSink out) {
        out.flag(shape instanceof EventShape.Override);
        if (shape instanceof EventShape.Override override) {
            out.text(override.seriesId());
            id(override.recurrenceId(), out);
            out.flag(override.thisAndFuture());
        }
    }

    static void duration(Duration duration, ByteSink out) {
        out.number(duration.getSeconds());
        out.number(duration.getNano());
    }

    private static void texts(List<String> texts, ByteSink out) {
        out.number(texts.size());
        for (String text : texts) {
            out.text(text);
        }
    }

    private static void id(RecurrenceId id, ByteSink out) {
        if (id instanceof RecurrenceId.Zoned zoned) {
            out.mark(ZONED);
            zoned(zoned.local(), zoned.zone(), out);
        } else if (id instanceof RecurrenceId.OnDate onDate) {
            out.mark(DATE);
            date(onDate.date(), out);
        } else if (id instanceof RecurrenceId.Floating floating) {
            out.mark(FLOATING);
            local(floating.local(), out);
        } else {
            throw new IllegalStateException("no form for " + id.getClass());
        }
    }

    private static void zoned(LocalDateTime local, ZoneId zone, ByteSink out) {
        local(local, out);
        out.text(zone.getId());
    }

    private static void local(LocalDateTime local, ByteSink out) {
        date(local.toLocalDate(), out);
        out.number(local.toLocalTime().toNanoOfDay());
    }

    private static void date(LocalDate date, ByteSink out) {
        out.number(date.toEpochDay());
    }
}
