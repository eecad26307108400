package io.calendarsync.sandbox.google.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a new channel.
 *
 * @param id its id
 * @param address where its messages go
 * @param token what its messages repeat
 * @param expires until when, at most seven days
 */
record WatchRequest(String id, URI address, Optional<String> token, Instant expires) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TOKEN = 256;

    static WatchRequest read(ObjectNode body, PushRules rules, Instant now) {
        String id = body.path("id").asText();
        if (id.isEmpty()) {
            throw ApiException.required("Required: id");
        }
        if (id.length() > LONGEST_ID || !id.matches("[A-Za-z0-9\\-_+/=]+")) {
            throw ApiException.badRequest("channelIdInvalid", "Invalid channel id.");
        }
        String type = body.path("type").asText();
        if (!type.equals("web_hook") && !type.equals("webhook")) {
            throw ApiException.badRequest("push.channelTypeNotSupported", "Unknown channel type: " + type);
        }
        String token = body.path("token").asText();
        if (token.length() > LONGEST_TOKEN) {
            throw ApiException.invalid("The token of a channel is too long.");
        }
        Optional<String> kept = token.isEmpty() ? Optional.empty() : Optional.of(token);
        return new WatchRequest(id, address(body.path("address").asText(), rules), kept, expires(body, now));
    }

    private static URI address(String text, PushRules rules) {
        if (text.isEmpty()) {
            throw ApiException.required("Required: address");
        }
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw (ApiException)
                    ApiException.invalid("Invalid address: " + text).initCause(malformed);
        }
        boolean loopback = LOOPBACK.contains(String.valueOf(address.getHost()));
        boolean plain = "http".equals(address.getScheme()) && loopback && !rules.strict();
        if (!plain && !"https".equals(address.getScheme())) {
            throw ApiException.badRequest("push.webhookUrlNotHttps", "WebHook callback must be HTTPS: " + text);
        }
        if (!loopback && !rules.remote()) {
            throw ApiException.of(
                    401, "global", "push.webhookUrlUnauthorized", "Unauthorized WebHook callback channel: " + text);
        }
        return address;
    }

    private static Instant expires(ObjectNode body, Instant now) {
        Instant latest = now.plus(LONGEST);
        JsonNode ttl = body.path("params").path("ttl");
        JsonNode expiration = body.path("expiration");
        Instant asked = latest;
        if (!expiration.isMissingNode() && !expiration.isNull()) {
            asked = Instant.ofEpochMilli(expiration.asLong());
        } else if (!ttl.isMissingNode() && !ttl.isNull()) {
            asked = now.plusSeconds(ttl.asLong());
        }
        if (!asked.isAfter(now)) {
            throw ApiException.badRequest(
                    "pushInvalidTtl",
                    "Invalid ttl value for channel "
                            + Duration.between(now, asked).toSeconds());
        }
        return asked.isAfter(latest) ? latest : asked;
    }
}
