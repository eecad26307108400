package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Digests a feed as it is read: all that decides which events it has and what they say, in the order of the text. Left
 * out is what servers renew at each download though nothing has changed (DTSTAMP, CREATED, LAST-MODIFIED) and what only
 * one sender understands (X-). Two texts with the same digest have the same events at the same places. Each event has a
 * digest of its own, and each calendar one of what it says about all its events. Confined.
 */
final class FeedDigest {

    private static final Set<String> STAMPS = Set.of("DTSTAMP", "CREATED", "LAST-MODIFIED");

    /** Extensions that mappers read: whoever reads one more adds it here, or its changes are not seen. */
    private static final Set<String> EXTENSIONS_READ = Set.of(
            "X-GOOGLE-CONFERENCE",
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "X-LIC-LOCATION",
            "X-WR-TIMEZONE");

    private static final int EVENT_BYTES = 12;
    private static final int CALENDAR_BYTES = 6;

    private final MessageDigest whole = sha256();
    private final MessageDigest calendar = sha256();
    private final MessageDigest component = sha256();
    private final Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();

    void beginCalendar() {
        mark(whole, "VCALENDAR", '{');
        calendar.reset();
    }

    /** Adds what a calendar says about everything in it. */
    void property(ContentLine line) {
        if (line.is("METHOD") || line.is("X-WR-TIMEZONE")) {
            add(whole, line);
            add(calendar, line);
        }
    }

    /** Adds a time zone, which may concern every event of the calendar. */
    void timeZone(Component timeZone) {
        byte[] digest = digest(timeZone);
        whole.update(digest);
        calendar.update(digest);
    }

    /** Adds an event, and returns a digest of it. */
    String event(Component event) {
        byte[] digest = digest(event);
        whole.update(digest);
        return base64.encodeToString(Arrays.copyOf(digest, EVENT_BYTES));
    }

    /**
     * Returns a digest of what a calendar said about everything in it.
     *
     * @param besides what else decides how its events are read
     */
    String endCalendar(String besides) {
        calendar.update(besides.getBytes(StandardCharsets.UTF_8));
        return base64.encodeToString(Arrays.copyOf(calendar.digest(), CALENDAR_BYTES));
    }

    /** Returns the digest of all that was added, in hexadecimal digits; to be called once. */
    String finish() {
        return HexFormat.of().formatHex(whole.digest());
    }

    private byte[] digest(Component of) {
        addAll(of);
        return component.digest();
    }

    private void addAll(Component of) {
        mark(component, of.name(), '{');
        for (ContentLine line : of.lines()) {
            if (counts(line.name())) {
                add(component, line);
            }
        }
        of.children().forEach(this::addAll);
        mark(component, "", '}');
    }

    private static boolean counts(String name) {
        return name.startsWith("X-") ? EXTENSIONS_READ.contains(name) : !STAMPS.contains(name);
    }

    private static void add(MessageDigest to, ContentLine line) {
        line.addTo(to);
        to.update((byte) '\n');
    }

    /** No line is taken for a mark: lines hold no LF, and a mark has two. */
    private static void mark(MessageDigest to, String name, char bracket) {
        for (int i = 0; i < name.length(); i++) {
            to.update((byte) name.charAt(i));
        }
        to.update((byte) bracket);
        to.update((byte) '\n');
        to.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
