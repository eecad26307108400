package io.calendarsync.engine.record;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place: {@code on}/{@code until} are dates, {@code at} a wall clock, floating without
 * {@code zone}; the end is {@code days} and {@code for}, or {@code end} in {@code endZone}.
 */
final class TimeJson {

    private TimeJson() {}

    static void write(JsonOut out, EventTime time) throws IOException {
        if (time instanceof EventTime.AllDay allDay) {
            out.value("on", allDay.start());
            out.value("until", allDay.endExclusive());
        } else if (time instanceof EventTime.Floating floating) {
            out.value("at", floating.start());
            out.value("for", floating.length());
        } else if (time instanceof EventTime.Timed timed) {
            out.value("at", timed.start());
            out.text("zone", timed.zone().getId());
            write(out, timed.end());
        } else {
            throw new IllegalStateException("no form for " + time.getClass());
        }
    }

    private static void write(JsonOut out, End end) throws IOException {
        if (end instanceof End.Exact exact) {
            out.value("for", exact.length());
        } else if (end instanceof End.Nominal nominal) {
            out.always("days", nominal.days());
            out.value("for", nominal.time());
        } else if (end instanceof End.Own own) {
            out.value("end", own.local());
            out.text("endZone", own.zone().getId());
        } else {
            throw new IllegalStateException("no form for " + end.getClass());
        }
    }

    static EventTime read(JsonIn in) throws IOException {
        Parts parts = new Parts();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "on" -> parts.on = LocalDate.parse(in.text());
                case "until" -> parts.until = LocalDate.parse(in.text());
                case "at" -> parts.at = LocalDateTime.parse(in.text());
                case "zone" -> parts.zone = Zones.read(in.text());
                case "days" -> parts.days = Math.toIntExact(in.number());
                case "for" -> parts.length = Duration.parse(in.text());
                case "end" -> parts.end = LocalDateTime.parse(in.text());
                case "endZone" -> parts.endZone = Zones.read(in.text());
                default -> in.unknown(name);
            }
        }
        return parts.time();
    }

    private static final class Parts {
        private @Nullable LocalDate on;
        private @Nullable LocalDate until;
        private @Nullable LocalDateTime at;
        private @Nullable ZoneId zone;
        private @Nullable Integer days;
        private @Nullable Duration length;
        private @Nullable LocalDateTime end;
        private @Nullable ZoneId endZone;

        private EventTime time() {
            if (on != null && until != null) {
                return new EventTime.AllDay(on, until);
            }
            if (at != null && zone != null) {
                return new EventTime.Timed(at, zone, ending());
            }
            if (at != null && length != null) {
                return new EventTime.Floating(at, length);
            }
            throw new UnreadablePayload("time of no known form");
        }

        private End ending() {
            if (end != null && endZone != null) {
                return new End.Own(end, endZone);
            }
            if (days != null && length != null) {
                return new End.Nominal(days, length);
            }
            if (length != null) {
                return new End.Exact(length);
            }
            throw new UnreadablePayload("end of no known form");
        }
    }
}
