package io.calendarsync.google.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the server answered instead of what was asked for. Google gives its reasons in {@code errors[].reason} or, in newer
 * answers, in {@code details[].reason}, and writes one reason in several cases.
 *
 * @param status the HTTP status
 * @param reasons in lower case, without {@code push.} before them; empty where it is no answer of Google's
 * @param retryAfter how long it asks us to wait
 */
public record Refusal(int status, Set<String> reasons, Optional<Duration> retryAfter) {

    static Refusal of(Answer answer) {
        Set<String> reasons = new LinkedHashSet<>();
        JsonNode error = answer.json().map(body -> body.path("error")).orElseGet(Json::object);
        for (ObjectNode one : Json.objects(error, "errors")) {
            add(reasons, one);
        }
        for (ObjectNode one : Json.objects(error, "details")) {
            add(reasons, one);
        }
        return new Refusal(answer.status(), reasons, answer.retryAfter());
    }

    private static void add(Set<String> reasons, ObjectNode error) {
        String reason = Json.text(error, "reason").toLowerCase(Locale.ROOT);
        String bare = reason.startsWith("push.") ? reason.substring("push.".length()) : reason;
        if (!bare.isEmpty() && bare.length() <= 100) {
            reasons.add(bare);
        }
    }

    /** Returns whether one of these is among its reasons. */
    public boolean says(String... wanted) {
        for (String reason : wanted) {
            if (reasons.contains(reason.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Returns status and reasons, for people; reasons are Google's fixed words, but who knows who answers. */
    public String text() {
        Set<String> words = new LinkedHashSet<>();
        reasons.stream().filter(reason -> reason.matches("[a-z0-9_]+")).forEach(words::add);
        return "HTTP status " + status + (words.isEmpty() ? "" : " (" + String.join(", ", words) + ")");
    }
}
