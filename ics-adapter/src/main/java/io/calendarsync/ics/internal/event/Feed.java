package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.event.UnreadableFeed.Why;
import io.calendarsync.ics.internal.line.ContentLineSource;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.model.Event;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A complete feed: what is in it is known, events are made of it only when asked for. Confined to one thread.
 */
public final class Feed {

    private final FeedText text;
    private final Reading reading;
    private final List<Entry> entries;
    private final FeedIndex index;
    private final String digest;

    private Feed(FeedText text, Reading reading, FeedIndex index, List<Entry> entries) {
        this.text = text;
        this.reading = reading;
        this.index = index;
        this.entries = entries;
        this.digest = index.digest();
    }

    /**
     * Reads a feed.
     *
     * @throws UnreadableFeed if the text must not be taken for the state of a calendar
     */
    public static Feed read(FeedText text, Reading reading) throws UnreadableFeed {
        if (!text.startsWith("BEGIN:VCALENDAR")) {
            throw new UnreadableFeed(Why.NOT_A_CALENDAR, whatItIs(text));
        }
        FeedLimits limits = reading.limits();
        ContentLineSource lines = text.lines(limits.lineBytes());
        FeedIndex index = new FeedIndex(reading);
        new ComponentReader(lines, limits.nesting()).read(index);
        return new Feed(text, reading, index, EventIds.assign(index.found()));
    }

    /** Returns a digest of its events, the same for a text that differs only in what no event is made of. */
    public String digest() {
        return digest;
    }

    /** Returns how many events it holds. */
    public int size() {
        return entries.size();
    }

    /** Returns how many VEVENT components it has, older versions of an event counted. */
    public int found() {
        return index.found().size();
    }

    /** Returns the ids of its events, in the order of the text. */
    public List<String> ids() {
        return entries.stream().map(Entry::eventId).toList();
    }

    /** Returns the event at a place within {@link #ids()}. */
    public Event event(int index) {
        return map(entries.get(index));
    }

    /** Returns the version tag of the event at a place: another one for any other state of it. */
    public String tag(int index) {
        return entries.get(index).tag();
    }

    /** Returns the id of the event at a place. */
    public String id(int index) {
        return entries.get(index).eventId();
    }

    /** Returns some of its events, in the order of the text. */
    public List<Event> events(int from, int until) {
        List<Event> events = new ArrayList<>(until - from);
        for (Entry entry : entries.subList(from, until)) {
            events.add(map(entry));
        }
        return events;
    }

    /** Returns the event of an id, absent where the feed does not list it. */
    public Optional<Event> event(String eventId) {
        return entries.stream()
                .filter(entry -> entry.eventId().equals(eventId))
                .findFirst()
                .map(this::map);
    }

    /** Returns what it calls itself (NAME, X-WR-CALNAME), empty where it does not say; untrusted. */
    public String name() {
        return index.name();
    }

    /** Returns the zone its floating times are read in: its own (X-WR-TIMEZONE), else the one it was to be read with. */
    public ZoneId floatingZone() {
        return index.floatingZone();
    }

    /** Returns how often it says it is worth asking (REFRESH-INTERVAL, X-PUBLISHED-TTL). */
    public Optional<Duration> refresh() {
        return index.refresh();
    }

    /** Returns whether all it does is take events back (METHOD:CANCEL), so that it says nothing of any other. */
    public boolean onlyCancels() {
        return index.onlyCancels();
    }

    private Event map(Entry entry) {
        Found found = entry.found();
        FeedLimits limits = reading.limits();
        ContentLineSource lines = text.lines(found.start(), found.end(), limits.lineBytes());
        return new EventMapper(reading, text.isCharsetGuessed(found.start(), found.end()))
                .map(entry, ComponentReader.single(lines));
    }

    private static String whatItIs(FeedText text) {
        if (text.length() == 0) {
            return "The answer is empty, not a calendar";
        }
        String beginning = text.beginning(40);
        return beginning.startsWith("<")
                ? "The answer is a page of HTML or XML, not a calendar: a sign-in or error page?"
                : "The answer is not a calendar: it does not begin with BEGIN:VCALENDAR";
    }
}
