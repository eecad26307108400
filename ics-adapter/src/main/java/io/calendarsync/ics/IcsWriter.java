package io.calendarsync.ics;

import io.calendarsync.ics.internal.write.CalendarWriter;
import io.calendarsync.model.Event;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes events as an iCalendar file (RFC 5545) that any calendar program can import: one VCALENDAR without METHOD, in
 * UTF-8, with a VTIMEZONE for each zone that is named.
 *
 * <p>The same events in the same order make the same bytes. No text of an event gets out of its line, whatever
 * characters it holds. Properties that an application hung on an event, the provider's own JSON, version tags and what
 * could not be understood of it are not written: they belong to this copy. Whatever else iCalendar has a place for is,
 * and comes back when the file is read; docs/feeds.md lists what changes on the way.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IcsWriter {

    private final Instant stamp;
    private final String name;
    private final Optional<ZoneId> floatingZone;

    private IcsWriter(Instant stamp, String name, Optional<ZoneId> floatingZone) {
        this.stamp = stamp;
        this.name = name;
        this.floatingZone = floatingZone;
    }

    /**
     * {@return a writer of calendars without a name}
     *
     * @param stamp the DTSTAMP of events that do not tell when they were last changed, such as when they were last read
     */
    public static IcsWriter of(Instant stamp) {
        return new IcsWriter(stamp, "", Optional.empty());
    }

    /**
     * {@return a writer that names the calendar (NAME, X-WR-CALNAME)}
     *
     * @param calendarName what people call it, empty for none
     */
    public IcsWriter named(String calendarName) {
        return new IcsWriter(stamp, calendarName, floatingZone);
    }

    /**
     * {@return a writer that tells in which zone times without one are meant (X-WR-TIMEZONE)}
     *
     * @param zone a zone of the JDK
     */
    public IcsWriter floatingIn(ZoneId zone) {
        return new IcsWriter(stamp, name, Optional.of(zone));
    }

    /**
     * Writes a calendar. Goes through the events twice, first for the zones they name, and holds none of them: memory
     * does not grow with their number.
     *
     * @param events single events, masters of series and overrides, in the order they are written
     * @param to takes the bytes; flushed, not closed
     * @return what became of them
     * @throws IOException if the stream fails
     */
    public Written write(Iterable<Event> events, OutputStream to) throws IOException {
        OutputStream buffered = new BufferedOutputStream(to);
        CalendarWriter writer = new CalendarWriter(buffered, stamp);
        events.forEach(writer::prepare);
        writer.begin(name, floatingZone);
        for (Event event : events) {
            writer.write(event);
        }
        writer.end();
        buffered.flush();
        return new Written(writer.written(), writer.leftOut());
    }

    /**
     * What became of the events.
     *
     * @param events how many were written
     * @param leftOut how many were not, because nothing is known of when they take place or their year has not four
     *     digits
     */
    public record Written(long events, long leftOut) {}
}
