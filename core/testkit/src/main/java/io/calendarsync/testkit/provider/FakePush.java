package io.calendarsync.testkit.provider;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.spi.provider.PushDialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The notifications of a fake provider. Immutable, thread-safe. Their shape:
 *
 * <ul>
 *   <li>A notice is a {@code POST} with the headers {@code X-Fake-Channel} (the channel's id) and {@code X-Fake-Secret}
 *       (what proves it; may be missing), {@code X-Fake-Kind} (a {@link PushDialect.Kind}, else a change), {@code
 *       X-Fake-Resource} and {@code X-Fake-Expires} (ISO 8601) where known, without a body.
 *   <li>A handshake is a {@code POST} with {@code validate=TOKEN} in its query; the answer is 200 with the token as
 *       {@code text/plain}. Tokens are 1 to 200 characters.
 *   <li>Everything else is somebody else's.
 * </ul>
 *
 * @since 0.1
 */
public final class FakePush implements PushDialect {

    private static final String CHANNEL = "X-Fake-Channel";
    private static final String SECRET = "X-Fake-Secret";
    private static final String KIND = "X-Fake-Kind";
    private static final String RESOURCE = "X-Fake-Resource";
    private static final String EXPIRES = "X-Fake-Expires";
    private static final String VALIDATE = "validate=";
    private static final int LONGEST_TOKEN = 200;

    /** Creates the dialect. */
    public FakePush() {}

    /**
     * {@return a notice as the fake server sends it}
     *
     * @param channel the watch it is for
     * @param secret what proves it
     */
    public static NotificationRequest notice(String channel, String secret) {
        return new NotificationRequest(
                "POST",
                "/notifications/fake",
                "",
                Map.of(CHANNEL, List.of(channel), SECRET, List.of(secret)),
                new byte[0]);
    }

    /**
     * {@return a handshake as the fake server sends it}
     *
     * @param token what the answer has to repeat
     */
    public static NotificationRequest handshake(String token) {
        return new NotificationRequest("POST", "/notifications/fake", VALIDATE + token, Map.of(), new byte[0]);
    }

    /**
     * {@return a notice as the fake server sends it}
     *
     * @param notice what it says
     */
    static NotificationRequest notice(Notice notice) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(CHANNEL, List.of(notice.channel()));
        headers.put(SECRET, List.of(notice.secret()));
        headers.put(KIND, List.of(notice.kind().name()));
        headers.put(RESOURCE, List.of(notice.resource()));
        notice.expires().ifPresent(at -> headers.put(EXPIRES, List.of(at.toString())));
        return new NotificationRequest("POST", "/notifications/fake", "", headers, new byte[0]);
    }

    @Override
    public Reading read(NotificationRequest request) {
        if (!request.method().equals("POST")) {
            return new Reading.Foreign();
        }
        Optional<String> token = validationToken(request.rawQuery());
        if (token.isPresent()) {
            return new Reading.Handshake(new NotificationReply(200, "text/plain", token.get()));
        }
        String channel = request.header(CHANNEL);
        return channel.isEmpty()
                ? new Reading.Foreign()
                : new Reading.Notices(List.of(new Notice(
                        channel,
                        request.header(SECRET),
                        request.header(KIND).equals(Kind.OPENED.name()) ? Kind.OPENED : Kind.CHANGED,
                        request.header(RESOURCE),
                        instant(request.header(EXPIRES)))));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> validationToken(String query) {
        for (String parameter : List.of(query.split("&", -1))) {
            if (parameter.startsWith(VALIDATE)) {
                return decoded(parameter.substring(VALIDATE.length()))
                        .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
