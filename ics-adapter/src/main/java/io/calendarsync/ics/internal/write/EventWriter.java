package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Revision;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Writes VEVENTs (RFC 5545 section 3.6.1). */
final class EventWriter {

    /** An integer of RFC 5545 section 3.3.8 ends here. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private final Lines lines;
    private final Instant stamp;

    /**
     * Creates one.
     *
     * @param stamp the DTSTAMP of events that do not say when they were changed
     */
    EventWriter(Lines lines, Instant stamp) {
        this.lines = lines;
        this.stamp = stamp;
    }

    /**
     * Writes one.
     *
     * @param zones those of its times that the file defines
     */
    void write(Event event, Set<ZoneId> zones) throws IOException {
        lines.begin("VEVENT");
        writeRevision(event);
        if (event.shape() instanceof EventShape.Override override) {
            lines.write(recurrenceId(override));
        }
        lines.write(TimeValue.line("DTSTART", TimeLines.start(event.time())));
        write(TimeLines.end(event.time()).stream().toList());
        if (event.shape() instanceof EventShape.Series series) {
            for (String line : new RecurrenceLines(zones).of(series.recurrence())) {
                lines.write(line);
            }
        }
        write(StandingLines.of(event.disposition()));
        write(TextLines.of(event));
        write(PeopleLines.of(event.participants()));
        AlarmWriter alarms = new AlarmWriter(lines, event);
        for (var reminder : event.details().reminders()) {
            alarms.write(reminder);
        }
        lines.end("VEVENT");
    }

    private void write(Iterable<String> some) throws IOException {
        for (String line : some) {
            lines.write(line);
        }
    }

    private void writeRevision(Event event) throws IOException {
        Revision revision = event.revision();
        lines.write(Line.of("UID").text(uid(event)));
        lines.write("DTSTAMP:" + utc(revision.updated().orElse(stamp)));
        if (revision.updated().isPresent()) {
            lines.write("LAST-MODIFIED:" + utc(revision.updated().get()));
        }
        if (revision.sequence() > 0) {
            lines.write("SEQUENCE:" + Math.min(LARGEST, revision.sequence()));
        }
    }

    /** An event whose provider knows no UID is known by its id there, an override by that of its series. */
    private static String uid(Event event) {
        String uid = event.uid().strip();
        if (!uid.isEmpty()) {
            return uid;
        }
        return event.shape() instanceof EventShape.Override override
                ? override.seriesId()
                : event.ref().eventId();
    }

    private static String recurrenceId(EventShape.Override override) {
        Line line = TimeValue.typed(Line.of("RECURRENCE-ID"), override.recurrenceId());
        return line.parameter("RANGE", override.thisAndFuture() ? "THISANDFUTURE" : "")
                .value(TimeValue.of(override.recurrenceId()));
    }

    private static String utc(Instant at) {
        return TimeValue.utc(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
