package io.calendarsync.engine.record;

import io.calendarsync.model.Degradation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks in the place of what was cut. Each names the length and the digest of the whole, so that a change of the part
 * that is gone still changes the event. Confined to one thread.
 */
final class CutMarks {

    private final Set<String> notes = new LinkedHashSet<>();

    /** Returns the text, or its beginning and a mark. */
    String text(String part, String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        note(part + " cut");
        int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + mark(text);
    }

    /** Returns the mark alone, for text of which a beginning makes no sense. */
    String replaced(String part, String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        note(part + " cut");
        return mark(text);
    }

    /** Notes that a list lost elements; the digest is that of all of them. */
    void list(String part, int size, byte[] whole) {
        note(part + " cut: " + size + " entries, SHA-256 " + sha256(whole));
    }

    void note(String note) {
        notes.add(note);
    }

    List<Degradation> degradations() {
        return notes.stream()
                .map(note -> new Degradation(Degradation.Reason.TOO_LARGE, note))
                .toList();
    }

    static String mark(String text) {
        return "[cut: " + text.length() + " characters, SHA-256 " + sha256(text.getBytes(StandardCharsets.UTF_8)) + "]";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
