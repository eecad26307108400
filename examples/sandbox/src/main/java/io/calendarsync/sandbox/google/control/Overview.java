package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where everything is, what time it is, and what was done. */
final class Overview {

    private final GoogleSandbox sandbox;

    Overview(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("overview", "GET", "/sandbox", (request, path) -> overview()),
                Route.of("clock", "POST", "/sandbox/clock", (request, path) -> clock(request.json())),
                Route.of("counters", "GET", "/sandbox/counters", (request, path) -> counters()),
                Route.of("counters", "DELETE", "/sandbox/counters", (request, path) -> {
                    sandbox.counters().reset();
                    return ControlApi.done();
                }),
                Route.of("outbox", "GET", "/sandbox/outbox", (request, path) -> outbox()));
    }

    private Answer overview() {
        return Answer.json(
                200,
                Json.object()
                        .put("rootUrl", sandbox.rootUrl().toString())
                        .put("authUrl", sandbox.authUrl().toString())
                        .put("tokenUrl", sandbox.tokenUrl().toString())
                        .put("revokeUrl", sandbox.revokeUrl().toString())
                        .put("userinfoUrl", sandbox.userinfoUrl().toString())
                        .put("clientId", sandbox.clientId())
                        .put("clientSecret", sandbox.clientSecret())
                        .put("now", sandbox.clock().instant().toString()));
    }

    private Answer clock(ObjectNode body) {
        if (body.hasNonNull("advance")) {
            sandbox.clock().advance(Duration.parse(body.path("advance").asText()));
        } else if (body.hasNonNull("to")) {
            sandbox.clock().set(Instant.parse(body.path("to").asText()));
        }
        return Answer.json(
                200, Json.object().put("now", sandbox.clock().instant().toString()));
    }

    private Answer counters() {
        ObjectNode counters = Json.object();
        ObjectNode calls = counters.putObject("calls");
        sandbox.counters().calls().forEach(calls::put);
        ObjectNode answers = counters.putObject("answers");
        sandbox.counters().answers().forEach(answers::put);
        return Answer.json(200, counters.put("faultsStruck", sandbox.faults().struck()));
    }

    private Answer outbox() {
        ObjectNode outbox = Json.object();
        var mails = outbox.putArray("mails");
        sandbox.outbox().forEach(mail -> {
            ObjectNode one = mails.addObject()
                    .put("calendar", mail.calendar())
                    .put("event", mail.event())
                    .put("kind", mail.kind().name())
                    .put("sendUpdates", mail.sendUpdates());
            var recipients = one.putArray("recipients");
            mail.recipients().forEach(recipients::add);
        });
        return Answer.json(200, outbox);
    }
}
