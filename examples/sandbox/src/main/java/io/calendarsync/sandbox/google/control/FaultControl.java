package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxFault;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults, over HTTP. */
final class FaultControl {

    private final GoogleSandbox sandbox;

    FaultControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("faults", "POST", "/sandbox/faults", (request, path) -> arrange(request.json())),
                Route.of("faults", "GET", "/sandbox/faults", (request, path) -> state()),
                Route.of("faults", "DELETE", "/sandbox/faults", (request, path) -> {
                    sandbox.faults().clear();
                    return state();
                }));
    }

    private Answer state() {
        return Answer.json(
                200,
                Json.object()
                        .put("struck", sandbox.faults().struck())
                        .put("left", sandbox.faults().left()));
    }

    private Answer arrange(ObjectNode body) {
        SandboxFault fault = sandbox.faults()
                .next(body.path("times").asInt(1))
                .operation(body.path("operation").asText())
                .method(body.path("method").asText())
                .after(body.path("after").asInt());
        if (body.hasNonNull("path")) {
            fault.path(body.path("path").asText());
        }
        if (body.hasNonNull("cut")) {
            cut(fault, body.path("cut").asText());
        } else if (body.hasNonNull("slowMillis")) {
            fault.slow(Duration.ofMillis(body.path("slowMillis").asLong()));
        } else if (body.hasNonNull("lateMillis")) {
            fault.late(Duration.ofMillis(body.path("lateMillis").asLong()));
        } else {
            answer(fault, body);
        }
        return state();
    }

    private static void cut(SandboxFault fault, String where) {
        switch (where) {
            case "before" -> fault.cutBefore();
            case "after" -> fault.cutAfter();
            case "half" -> fault.cutHalf();
            case "truncate" -> fault.truncate();
            default -> throw new IllegalArgumentException("cut is one of before, after, half and truncate");
        }
    }

    private static void answer(SandboxFault fault, ObjectNode body) {
        int status = body.path("status").asInt();
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599");
        }
        if (body.hasNonNull("reason") && body.hasNonNull("retryAfter")) {
            fault.refuse(
                    status,
                    body.path("reason").asText(),
                    body.path("retryAfter").asText());
        } else if (body.hasNonNull("reason")) {
            fault.refuse(status, body.path("reason").asText());
        } else if (body.has("body") || body.has("headers")) {
            Map<String, String> headers = new LinkedHashMap<>();
            body.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            fault.answer(status, headers, body.path("body").asText());
        } else {
            fault.answer(status);
        }
    }
}
