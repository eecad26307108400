package io.calendarsync.ics.internal.write;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.IcsWriter;
import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.event.Reading;
import io.calendarsync.ics.internal.event.UnreadableFeed;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventRef;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.ZoneNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes events, and reads what was written, for tests. */
final class Exports {

    static final Instant STAMP = Instant.parse("2026-11-20T08:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final EventTime NINE = EventTime.Timed.of(LocalDateTime.of(2027, 3, 1, 9, 0), BERLIN, Duration.ofHours(1));

    private static final ZoneNames NAMES = ZoneNames.bundled();
    private static final ZoneMatcher ZONES = new ZoneMatcher(NAMES);

    private Exports() {}

    static EventBuilder event(String uid) {
        return event(uid, NINE);
    }

    static EventBuilder event(String uid, EventTime time) {
        return Event.builder(new EventRef(new CalendarId("feed"), uid), time).uid(uid);
    }

    static byte[] bytes(Iterable<Event> events) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            IcsWriter.of(STAMP).write(events, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Event... events) {
        return new String(bytes(List.of(events)), StandardCharsets.UTF_8);
    }

    /** Returns the lines of one event without its frame and stamp, unfolded. */
    static List<String> lines(Event event) {
        String text = text(event).replace("\r\n ", "");
        String body = text.substring(text.indexOf("BEGIN:VEVENT"), text.indexOf("END:VEVENT"));
        return body.lines().skip(1).filter(line -> !line.startsWith("DTSTAMP:")).toList();
    }

    static Feed feed(byte[] body, ZoneId floatingZone) throws UnreadableFeed {
        FeedLimits limits = FeedLimits.defaults();
        return Feed.read(
                FeedText.consuming(body.clone(), Optional.empty()),
                new Reading(limits, NAMES, ZONES, floatingZone, false));
    }

    static List<Event> read(byte[] body) {
        try {
            Feed feed = feed(body, ZoneId.of("Asia/Tokyo"));
            return feed.events(0, feed.size());
        } catch (UnreadableFeed e) {
            throw new AssertionError("our own reader refuses it", e);
        }
    }

    static Event roundTrip(Event event) {
        List<Event> read = read(bytes(List.of(event)));
        if (read.size() != 1) {
            throw new AssertionError("one event, not " + read.size());
        }
        return read.get(0);
    }
}
