package io.calendarsync.ics;

import io.calendarsync.ics.internal.event.Feed;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.ics.internal.identity.IdSketch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cursor or page token of a feed says. Validators are in cursors only: one stored before all pages were read would
 * let the server hide the rest behind a 304.
 */
sealed interface FeedToken {

    /**
     * The end of a body.
     *
     * @param reading how it was read
     * @param sha256 of the body
     * @param content digest of its events, see {@link Feed#digest}
     * @param validators that came with it
     * @param told how its entries were named
     * @param refresh how often it says it is worth asking
     */
    record End(
            String reading,
            String sha256,
            String content,
            Validators validators,
            FeedNames.Told told,
            Optional<Duration> refresh)
            implements FeedToken {

        String text() {
            return String.join(
                    "|",
                    "c",
                    encode(reading),
                    sha256,
                    content,
                    encode(validators.etag()),
                    encode(validators.lastModified()),
                    told.sketch().text(),
                    Integer.toString(told.renamed()),
                    refresh.map(pause -> Long.toString(pause.toSeconds())).orElse(""));
        }

        /** Returns the end of another body with the same events. */
        End with(String otherSha256, Validators others) {
            return new End(reading, otherSha256, content, others, told, refresh);
        }

        End with(Optional<Duration> otherRefresh) {
            return new End(reading, sha256, content, validators, told, otherRefresh);
        }
    }

    /**
     * The middle of a body.
     *
     * @param content digest of its events: the body itself differs at each download where a server stamps its answers
     * @param offset of the next event
     */
    record Middle(String content, int offset) implements FeedToken {

        String text() {
            return String.join("|", "p", content, Integer.toString(offset));
        }
    }

    /** Returns what a cursor says, empty if it is none of ours. */
    static Optional<End> end(String cursor) {
        List<String> parts = parts(cursor);
        boolean ours = parts.size() == 9
                && parts.get(0).equals("c")
                && parts.get(7).matches("\\d{1,9}")
                && parts.get(8).matches("\\d{0,10}");
        try {
            return ours ? IdSketch.parse(parts.get(6)).map(sketch -> end(parts, sketch)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static End end(List<String> parts, IdSketch sketch) {
        return new End(
                decode(parts.get(1)),
                parts.get(2),
                parts.get(3),
                new Validators(decode(parts.get(4)), decode(parts.get(5))),
                new FeedNames.Told(sketch, Integer.parseInt(parts.get(7))),
                Optional.of(parts.get(8))
                        .filter(text -> !text.isEmpty())
                        .map(text -> Duration.ofSeconds(Long.parseLong(text))));
    }

    /** Returns what a page token says, empty if it is none of ours. */
    static Optional<Middle> middle(String token) {
        List<String> parts = parts(token);
        return parts.size() == 3 && parts.get(0).equals("p") && parts.get(2).matches("\\d{1,9}")
                ? Optional.of(new Middle(parts.get(1), Integer.parseInt(parts.get(2))))
                : Optional.empty();
    }

    private static List<String> parts(String token) {
        return List.of(Pattern.compile("|", Pattern.LITERAL).split(token, -1));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
