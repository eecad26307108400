package io.calendarsync.ics.corpus;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.event.Reading;
import io.calendarsync.ics.internal.event.UnreadableFeed;
import io.calendarsync.ics.internal.line.FeedText;
import io.calendarsync.ics.internal.zone.ZoneMatcher;
import io.calendarsync.model.Event;
import io.calendarsync.model.ZoneNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the calendars of the corpus as the provider does. Its main method does so in a JVM of its own. */
final class CorpusReader {

    private final ZoneNames names = ZoneNames.bundled();
    private final Reading reading;

    CorpusReader() {
        this(FeedLimits.defaults());
    }

    CorpusReader(FeedLimits limits) {
        this.reading = new Reading(limits, names, new ZoneMatcher(names), ZoneId.of("Asia/Tokyo"), false);
    }

    /**
     * What became of a file.
     *
     * @param refused why it was not read, absent where it was
     * @param found how many VEVENTs were found in it
     * @param events what they became
     * @param took how long that took
     */
    record Outcome(Optional<String> refused, int found, List<Event> events, Duration took) {}

    Outcome read(byte[] body) {
        long begun = System.nanoTime();
        try {
            Feed feed = Feed.read(FeedText.consuming(body.clone(), Optional.empty()), reading);
            List<Event> events = feed.events(0, feed.size());
            return new Outcome(Optional.empty(), feed.found(), events, since(begun));
        } catch (UnreadableFeed e) {
            return new Outcome(Optional.of(String.valueOf(e.getMessage())), 0, List.of(), since(begun));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Returns a digest of all that all calendars became. */
    String digest(Corpus corpus) {
        MessageDigest digest = sha256();
        for (Corpus.Item item : corpus.items(Corpus.Kind.CALENDAR)) {
            Outcome outcome = read(corpus.bytes(item));
            String text = item.name() + outcome.refused() + outcome.events();
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Prints the digest, and how many zones there are that were not there before. */
    public static void main(String[] arguments) {
        Set<String> before = ZoneId.getAvailableZoneIds();
        String digest = new CorpusReader().digest(Corpus.in(Path.of(arguments[0])));
        Set<String> more = new HashSet<>(ZoneId.getAvailableZoneIds());
        more.removeAll(before);
        System.out.println(digest + " " + more.size() + " "
                + before.stream().filter(id -> id.startsWith("ical4j")).count());
    }
}
