package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Digests a feed as it is read: all that decides which events it has and what they say, in the order of the text. Left
 * out is what servers renew at each download though nothing has changed (DTSTAMP, CREATED, LAST-MODIFIED) and what only
 * one sender understands (X-). Two texts with the same digest have the same events at the same places. Confined.
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

    private final MessageDigest sha256 = sha256();

    void beginCalendar() {
        mark("VCALENDAR", '{');
    }

    /** Adds what a calendar says about everything in it. */
    void property(ContentLine line) {
        if (line.is("METHOD") || line.is("X-WR-TIMEZONE")) {
            add(line);
        }
    }

    void component(Component component) {
        mark(component.name(), '{');
        for (ContentLine line : component.lines()) {
            if (counts(line.name())) {
                add(line);
            }
        }
        component.children().forEach(this::component);
        mark("", '}');
    }

    /** Returns the digest of all that was added, in hexadecimal digits; to be called once. */
    String finish() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static boolean counts(String name) {
        return name.startsWith("X-") ? EXTENSIONS_READ.contains(name) : !STAMPS.contains(name);
    }

    private void add(ContentLine line) {
        line.addTo(sha256);
        sha256.update((byte) '\n');
    }

    /** No line is taken for a mark: lines hold no LF, and a mark has two. */
    private void mark(String name, char bracket) {
        for (int i = 0; i < name.length(); i++) {
            sha256.update((byte) name.charAt(i));
        }
        sha256.update((byte) bracket);
        sha256.update((byte) '\n');
        sha256.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
