package io.calendarsync.engine.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.engine.record.Digest;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an occurrence stands among others, as a cursor names it.
 *
 * @param start when it starts
 * @param name tells those of one start apart, always the same way
 */
record Place(Instant start, String name) implements Comparable<Place> {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,12})\\.(\\d{1,9}) ([0-9a-z]{26})");
    private static final int NAME_LENGTH = 26;

    /** Returns the place of an occurrence. */
    static Place of(Occurrence one) {
        String name = one.event().ref().calendarId().value() + "\n"
                + one.event().ref().eventId() + "\n"
                + one.recurrenceId().map(id -> id.local().toString()).orElse("");
        return new Place(one.span().start(), Digest.text(name).substring(0, NAME_LENGTH));
    }

    /**
     * Returns the place a cursor names.
     *
     * @throws InvalidRequest if it names none
     */
    static Place read(String cursor) {
        Matcher text = TEXT.matcher(decoded(cursor));
        if (!text.matches()) {
            throw malformed();
        }
        Instant start = Instant.ofEpochSecond(Long.parseLong(text.group(1)), Long.parseLong(text.group(2)));
        return new Place(start, text.group(3));
    }

    /** Returns a cursor that names it. */
    String text() {
        String text = start.getEpochSecond() + "." + start.getNano() + " " + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static InvalidRequest malformed() {
        return new InvalidRequest(
                "This is no cursor of these events: hand back what a page gave as next, or none to begin anew",
                FaultSource.unknown());
    }

    @Override
    public int compareTo(Place other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : name.compareTo(other.name);
    }
}
