package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Names an event that has no UID after what it says, in whatever order it says it, without the stamps that senders renew
 * at each request and without what only one sender understands.
 */
final class ContentDigest {

    private static final Set<String> STAMPS = Set.of("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE");

    private ContentDigest() {}

    static String of(Component event) {
        List<String> lines = event.lines().stream()
                .filter(line -> !STAMPS.contains(line.name()) && !line.name().startsWith("X-"))
                .map(ContentLine::verbatim)
                .sorted()
                .toList();
        byte[] digest = sha256().digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return "no-uid-" + HexFormat.of().formatHex(digest, 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
