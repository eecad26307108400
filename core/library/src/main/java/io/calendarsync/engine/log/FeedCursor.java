package io.calendarsync.engine.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far each of an owner's logs has been read, and the text that says so. Confined to one thread. */
final class FeedCursor {

    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+)\\.(\\d{1,18})");

    private final Map<String, Place> places = new TreeMap<>();

    private record Place(String epoch, long number) {}

    /** Returns the cursor of a reader that has read nothing. */
    static FeedCursor begin() {
        return new FeedCursor();
    }

    /** Returns the cursor a text stands for. */
    static FeedCursor of(String text) {
        FeedCursor cursor = new FeedCursor();
        decoded(text).lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw malformed();
            }
            cursor.places.put(matcher.group(1), new Place(matcher.group(2), Long.parseLong(matcher.group(3))));
        });
        return cursor;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static InvalidRequest malformed() {
        return new InvalidRequest(
                "This is no cursor of the feed: hand back what a page gave as next, or none to begin anew",
                FaultSource.unknown());
    }

    /** Returns whether the log was there when the cursor was made. */
    boolean knows(Logs.Log log) {
        return places.containsKey(log.name());
    }

    /** Returns the number of the last entry that was read; 0 where the log was not there, or began anew since. */
    long read(Logs.Log log) {
        Place place = places.get(log.name());
        return place != null && place.epoch().equals(log.head().epoch()) ? place.number() : 0;
    }

    /** Notes how far a log has been read. */
    void reached(Logs.Log log, long number) {
        places.put(log.name(), new Place(log.head().epoch(), number));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        places.forEach((log, place) -> text.append(log)
                .append(' ')
                .append(place.epoch())
                .append('.')
                .append(place.number())
                .append('\n'));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(UTF_8));
    }
}
