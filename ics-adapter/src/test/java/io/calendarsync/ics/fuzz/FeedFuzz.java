package io.calendarsync.ics.fuzz;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.IcsWriter;
import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.event.Reading;
import io.calendarsync.ics.internal.event.UnreadableFeed;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.model.ZoneNames;
import io.calendarsync.recurrence.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does to bytes all that is done to a feed: reads them, expands what repeats, writes what was read, and reads that again.
 * A fuzzer gives the bytes and watches where they lead; {@link FeedFuzzTest} gives those of former findings.
 */
public final class FeedFuzz {

    private static final ZoneId VIEWER = ZoneId.of("Europe/Berlin");
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Instant THIS_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final IcsWriter WRITER = IcsWriter.of(THIS_YEAR);

    private static final ZoneNames NAMES = ZoneNames.bundled();
    private static final Reading READING =
            new Reading(FeedLimits.defaults(), NAMES, new ZoneMatcher(NAMES), VIEWER, false);

    private FeedFuzz() {}

    /** Tries some bytes; the name is the one fuzzers look for. */
    public static void fuzzerTestOneInput(byte[] body) {
        Optional<List<Event>> events = read(body);
        if (events.isPresent()) {
            events.get().forEach(FeedFuzz::expand);
            series(events.get()).forEach(FeedFuzz::expandTogether);
            writeAndReadAgain(events.get());
        }
    }

    private static Optional<List<Event>> read(byte[] body) {
        try {
            Feed feed = Feed.read(FeedText.consuming(body.clone(), Optional.empty()), READING);
            feed.digest();
            feed.name();
            feed.refresh();
            return Optional.of(feed.events(0, feed.size()));
        } catch (UnreadableFeed refused) {
            return Optional.empty();
        }
    }

    /** Where it begins, and this year. */
    private static void expand(Event event) {
        Series series = Series.of(event);
        series.degradations();
        series.end();
        series.between(new Interval(THIS_YEAR, THIS_YEAR.plus(YEAR)), VIEWER);
        Instant start = event.span(VIEWER).start();
        series.between(new Interval(start, start.plus(YEAR)), VIEWER);
    }

    private static void expandTogether(List<Event> masterAndOverrides) {
        Series series = Series.of(masterAndOverrides.get(0), masterAndOverrides.subList(1, masterAndOverrides.size()));
        series.end();
        series.between(new Interval(THIS_YEAR, THIS_YEAR.plus(YEAR)), VIEWER);
    }

    private static Iterable<List<Event>> series(List<Event> events) {
        Map<String, List<Event>> byId = new LinkedHashMap<>();
        for (Event event : events) {
            if (event.isSeries()) {
                byId.put(event.ref().eventId(), new ArrayList<>(List.of(event)));
            }
        }
        for (Event event : events) {
            if (event.shape() instanceof EventShape.Override override && byId.containsKey(override.seriesId())) {
                byId.get(override.seriesId()).add(event);
            }
        }
        return byId.values();
    }

    /** What is written is a calendar, and once it was read it is written in the same way for ever. */
    private static void writeAndReadAgain(List<Event> events) {
        byte[] second = write(readWritten(write(events)));
        byte[] third = write(readWritten(second));
        if (!Arrays.equals(second, third)) {
            throw new AssertionError("written differently once more");
        }
    }

    private static byte[] write(List<Event> events) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            IcsWriter.Written written = WRITER.write(events, out);
            byte[] body = out.toByteArray();
            WrittenLines.require(body, written.events());
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> readWritten(byte[] body) {
        return read(body).orElseThrow(() -> new AssertionError("what was written is refused"));
    }
}
