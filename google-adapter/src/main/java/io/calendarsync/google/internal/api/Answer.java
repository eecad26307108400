package io.calendarsync.google.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * What the server answered, read to its end.
 *
 * @param status the HTTP status
 * @param retryAfter how long it asks us to wait
 * @param body decoded; of a refusal, at most its beginning
 */
public record Answer(int status, Optional<Duration> retryAfter, byte[] body) {

    /** Returns whether it is what was asked for. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Returns the object its body consists of; empty where it is something else or cut short. */
    public Optional<ObjectNode> json() {
        return Json.parse(body, 0, body.length);
    }

    /** Returns why it is no success. */
    public Refusal refusal() {
        return Refusal.of(this);
    }

    /** Shows nothing of the body. */
    @Override
    public String toString() {
        return "Answer[status=" + status + ", bytes=" + body.length + "]";
    }
}
