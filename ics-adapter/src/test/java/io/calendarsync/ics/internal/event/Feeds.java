package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.ZoneNames;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Feeds for tests, from the lines that matter. */
final class Feeds {

    /** The zone of floating times, one no feed here names. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final ZoneNames ZONES = ZoneNames.bundled();

    private static final ZoneMatcher MATCHER = new ZoneMatcher(ZONES);

    private Feeds() {}

    static Feed read(String text) {
        return read(text, FeedLimits.defaults());
    }

    static Feed read(String text, FeedLimits limits) {
        try {
            return readOrThrow(text, limits);
        } catch (UnreadableFeed e) {
            throw new AssertionError("not refused", e);
        }
    }

    static Feed readOrThrow(String text, FeedLimits limits) throws UnreadableFeed {
        return Feed.read(FeedText.consuming(text.getBytes(StandardCharsets.UTF_8), Optional.empty()), reading(limits));
    }

    static Reading reading(FeedLimits limits) {
        return new Reading(limits, ZONES, MATCHER, TOKYO, false);
    }

    /** Returns a calendar of these lines. */
    static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
    }

    /** Returns a VEVENT of these lines. */
    static String vevent(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    static List<Event> events(String... components) {
        Feed feed = read(calendar(components));
        return feed.events(0, feed.size());
    }

    /** Returns the one event of these lines; a UID and a start are added where the lines have none. */
    static Event event(String... lines) {
        String all = String.join("\r\n", lines);
        String uid = all.contains("UID:") ? "" : "UID:u\r\n";
        String start = all.contains("DTSTART") ? "" : "DTSTART:20260302T090000Z\r\n";
        List<Event> events = events(vevent(uid + start + all));
        if (events.size() != 1) {
            throw new AssertionError("one event, not " + events.size());
        }
        return events.get(0);
    }

    static List<Degradation.Reason> reasons(Event event) {
        return event.degradations().stream().map(Degradation::reason).toList();
    }
}
