package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.SyncWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a position says, in full: the server keeps nothing about its readers. The text form is opaque to readers.
 *
 * @param style which style of reading it belongs to
 * @param upTo the number of the last edit that is read when its round has ended
 * @param ordinal how many pages of the round were read
 * @param last where the page before ended, absent for a cursor and before the first item
 * @param window the window of the listing the chain began with; absent in page tokens, whose base has it
 */
record Token(
        Behaviour.Style style,
        Stamp stamp,
        long upTo,
        long ordinal,
        Optional<SortKey> last,
        Optional<SyncWindow> window) {

    /** How many times the server had forgotten such tokens when it issued this one, its number, and when. */
    record Stamp(long generation, long serial, Instant issued) {}

    String text() {
        return String.join(
                "~",
                style.name(),
                stamp.generation() + "." + stamp.serial() + "." + stamp.issued().toEpochMilli(),
                Long.toString(upTo),
                Long.toString(ordinal),
                last.map(key -> key.primary() + "." + base64(key.id())).orElse(""),
                window.map(all -> all.from() + "/" + all.until()).orElse(""));
    }

    static Token parse(String text) {
        try {
            List<String> parts = List.of(text.split("~", -1));
            String[] stamp = parts.get(1).split("\\.", -1);
            return new Token(
                    Behaviour.Style.valueOf(parts.get(0)),
                    new Stamp(
                            Long.parseLong(stamp[0]),
                            Long.parseLong(stamp[1]),
                            Instant.ofEpochMilli(Long.parseLong(stamp[2]))),
                    Long.parseLong(parts.get(2)),
                    Long.parseLong(parts.get(3)),
                    Optional.of(parts.get(4)).filter(part -> !part.isEmpty()).map(Token::key),
                    Optional.of(parts.get(5)).filter(part -> !part.isEmpty()).map(Token::window));
        } catch (RuntimeException malformed) {
            throw Refusal.of(410, "Badly formed token");
        }
    }

    private static SortKey key(String text) {
        int dot = text.indexOf('.');
        return new SortKey(
                Long.parseLong(text.substring(0, dot)),
                new String(Base64.getUrlDecoder().decode(text.substring(dot + 1)), StandardCharsets.UTF_8));
    }

    private static SyncWindow window(String text) {
        int slash = text.indexOf('/');
        return new SyncWindow(Instant.parse(text.substring(0, slash)), Instant.parse(text.substring(slash + 1)));
    }

    private static String base64(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
