package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a calendar as one VCALENDAR: the zones its times name, then its events. Holds no event longer than it takes to
 * write it. Confined to one thread.
 */
public final class CalendarWriter {

    private static final String PRODUCT = "-//CalendarSync//CalendarSync//EN";

    private static final EventTime NOWHEN = new EventTime.Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);

    private static final int FIRST_YEAR = 1;

    private final Lines lines;
    private final EventWriter events;
    private final TimeZoneWriter timeZones;
    private final Map<ZoneId, Integer> zones = new TreeMap<>(Comparator.comparing(ZoneId::getId));
    private long written;
    private long leftOut;

    /**
     * Creates one.
     *
     * @param out takes the bytes; neither flushed nor closed
     * @param stamp the DTSTAMP of events that do not say when they were changed
     */
    public CalendarWriter(OutputStream out, Instant stamp) {
        this.lines = new Lines(out);
        this.events = new EventWriter(lines, stamp);
        this.timeZones = new TimeZoneWriter(lines);
    }

    /** Takes note of the zones of an event that is going to be written. */
    public void prepare(Event event) {
        if (hasTime(event)) {
            EventZones.of(event).forEach((zone, year) -> zones.merge(zone, year, Math::min));
        }
    }

    /**
     * Begins the calendar.
     *
     * @param name what people call it, empty for none
     * @param floatingZone the zone in which times without one are meant
     */
    public void begin(String name, Optional<ZoneId> floatingZone) throws IOException {
        lines.begin("VCALENDAR");
        lines.write("VERSION:2.0");
        lines.write(Line.of("PRODID").value(PRODUCT));
        if (!name.isEmpty()) {
            lines.write(Line.of("NAME").text(name));
            lines.write(Line.of("X-WR-CALNAME").text(name));
        }
        if (floatingZone.isPresent()) {
            lines.write(Line.of("X-WR-TIMEZONE").value(TimeZoneId.of(floatingZone.get())));
        }
        for (Map.Entry<ZoneId, Integer> zone : zones.entrySet()) {
            timeZones.write(zone.getKey(), zone.getValue());
        }
    }

    /** Writes an event, if it has a time that can be written. */
    public void write(Event event) throws IOException {
        if (!hasTime(event)) {
            leftOut++;
            return;
        }
        Map<ZoneId, Integer> its = EventZones.of(event);
        for (Map.Entry<ZoneId, Integer> zone : its.entrySet()) {
            // Only where the calendar changed since it was prepared.
            if (zones.putIfAbsent(zone.getKey(), zone.getValue()) == null) {
                timeZones.write(zone.getKey(), FIRST_YEAR);
            }
        }
        events.write(event, its.keySet());
        written++;
    }

    /** Ends the calendar. One without anything in it is no calendar (RFC 5545 section 3.6): it gets a zone. */
    public void end() throws IOException {
        if (written == 0 && zones.isEmpty()) {
            timeZones.write(ZoneId.of("Etc/UTC"), FIRST_YEAR);
        }
        lines.end("VCALENDAR");
    }

    /** Returns how many events were written. */
    public long written() {
        return written;
    }

    /** Returns how many had no time that could be written. */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns whether it is known when an event takes place. Of one that could not be read at all the model holds a time
     * that means nothing; to write that would be to make one up.
     */
    private static boolean hasTime(Event event) {
        boolean unread = event.time().equals(NOWHEN)
                && event.degradations().stream()
                        .anyMatch(one -> one.reason() == Reason.UNREADABLE_TIME || one.reason() == Reason.UNMAPPABLE);
        boolean unnamed =
                event.shape() instanceof EventShape.Override override && !TimeValue.isWritable(override.recurrenceId());
        return !unread && !unnamed && TimeValue.isWritable(TimeLines.start(event.time()));
    }
}
