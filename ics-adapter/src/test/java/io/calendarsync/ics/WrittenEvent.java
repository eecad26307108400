package io.calendarsync.ics;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.RecurrenceId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the few kinds of events that contracts put into a calendar. */
final class WrittenEvent {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private WrittenEvent() {}

    static String of(Event event) {
        StringBuilder written = new StringBuilder("BEGIN:VEVENT\r\n");
        if (event.shape() instanceof EventShape.Override override) {
            line(written, "UID", override.seriesId());
            line(written, "RECURRENCE-ID", utc(override.recurrenceId()));
        } else {
            line(written, "UID", event.uid());
        }
        if (event.shape() instanceof EventShape.Series series) {
            series.recurrence().lines().forEach(line -> written.append(line).append("\r\n"));
        }
        if (!(event.time() instanceof EventTime.Timed time)) {
            throw new IllegalArgumentException("only timed events: " + event.time());
        }
        String zone = ";TZID=" + time.zone().getId();
        LocalDateTime end = time.end().after(time.start().atZone(time.zone())).toLocalDateTime();
        line(written, "DTSTART" + zone, LOCAL.format(time.start()));
        line(written, "DTEND" + zone, LOCAL.format(end));
        line(
                written,
                "SUMMARY",
                event.title().replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"));
        line(written, "STATUS", event.disposition().status().name());
        return written.append("END:VEVENT\r\n").toString();
    }

    static String utc(RecurrenceId id) {
        return LOCAL.format(id.instant(ZoneOffset.UTC).atOffset(ZoneOffset.UTC)) + "Z";
    }

    private static void line(StringBuilder written, String name, String value) {
        written.append(name).append(':').append(value).append("\r\n");
    }
}
