package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxLists;
import io.calendarsync.sandbox.SandboxOauth;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Settings of consent, tokens, lists and quotas, over HTTP. */
final class SettingControl {

    private final GoogleSandbox sandbox;

    SettingControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("oauth", "POST", "/sandbox/oauth", (request, path) -> oauth(request.json())),
                Route.of(
                        "service-account",
                        "GET",
                        "/sandbox/oauth/service-account",
                        (request, path) -> Answer.json(
                                200, List.of(sandbox.oauth().serviceAccountKey().getBytes(StandardCharsets.UTF_8)))),
                Route.of("lists", "POST", "/sandbox/lists", (request, path) -> lists(request.json())),
                Route.of("quotas", "POST", "/sandbox/quotas", (request, path) -> quotas(request.json())),
                Route.of("quotas", "DELETE", "/sandbox/quotas", (request, path) -> {
                    sandbox.quotas().unlimited();
                    return ControlApi.done();
                }));
    }

    private Answer oauth(ObjectNode body) {
        SandboxOauth oauth = sandbox.oauth();
        body.properties().forEach(setting -> {
            JsonNode value = setting.getValue();
            switch (setting.getKey()) {
                case "consent" -> consent(oauth, value.asText());
                case "untick" -> oauth.untick(texts(value));
                case "accessTokenLife" -> oauth.accessTokenLife(Duration.parse(value.asText()));
                case "refreshTokenLife" -> oauth.refreshTokenLife(Duration.parse(value.asText()));
                case "rotateRefreshTokens" -> oauth.rotateRefreshTokens(value.asBoolean());
                case "expireAccessTokens" -> oauth.expireAccessTokens();
                case "delegate" -> oauth.delegate(texts(value));
                default -> throw unknown(setting.getKey());
            }
        });
        return ControlApi.done();
    }

    private static void consent(SandboxOauth oauth, String decision) {
        switch (decision) {
            case "ask" -> oauth.ask();
            case "allow" -> oauth.allow();
            case "deny" -> oauth.deny();
            default -> throw new IllegalArgumentException("consent is one of ask, allow and deny");
        }
    }

    private Answer lists(ObjectNode body) {
        SandboxLists lists = sandbox.lists();
        body.properties().forEach(setting -> {
            JsonNode value = setting.getValue();
            switch (setting.getKey()) {
                case "nextPages" ->
                    lists.nextPages(StreamSupport.stream(value.spliterator(), false)
                            .mapToInt(JsonNode::asInt)
                            .toArray());
                case "pageCap" -> lists.pageCap(value.asInt());
                case "invalidatePageTokens" -> lists.invalidatePageTokens();
                case "syncTokenLife" -> lists.syncTokenLife(Duration.parse(value.asText()));
                default -> throw unknown(setting.getKey());
            }
        });
        return ControlApi.done();
    }

    private Answer quotas(ObjectNode body) {
        if (body.has("perProject") || body.has("perUser")) {
            sandbox.quotas()
                    .limit(
                            body.path("perProject").asInt(Integer.MAX_VALUE),
                            body.path("perUser").asInt(Integer.MAX_VALUE));
        }
        if (body.has("status") && body.has("retryAfter")) {
            sandbox.quotas()
                    .refuseWith(
                            body.path("status").asInt(), body.path("retryAfter").asInt());
        } else if (body.has("status")) {
            sandbox.quotas().refuseWith(body.path("status").asInt());
        }
        return ControlApi.done();
    }

    private static String[] texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }

    private static IllegalArgumentException unknown(String setting) {
        return new IllegalArgumentException("No such setting: " + setting);
    }
}
