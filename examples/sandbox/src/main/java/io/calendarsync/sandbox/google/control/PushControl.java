package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxPushes;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import java.util.List;

/** Channels and messages, over HTTP. */
final class PushControl {

    private final GoogleSandbox sandbox;

    PushControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("channels", "GET", "/sandbox/channels", (request, path) -> channels()),
                Route.of("pushes", "GET", "/sandbox/pushes", (request, path) -> records()),
                Route.of("pushes", "POST", "/sandbox/pushes", (request, path) -> arrange(request.json())),
                Route.of("release", "POST", "/sandbox/pushes/release", (request, path) -> release(request.json())));
    }

    private Answer channels() {
        ObjectNode all = Json.object();
        var channels = all.putArray("channels");
        sandbox.pushes()
                .channels()
                .forEach(channel -> channels.addObject()
                        .put("id", channel.id())
                        .put("resourceId", channel.resourceId())
                        .put("resource", channel.resource())
                        .put("user", channel.user())
                        .put("address", channel.address().toString())
                        .put("expires", channel.expires().toString()));
        return Answer.json(200, all);
    }

    private Answer records() {
        ObjectNode all = Json.object();
        var pushes = all.putArray("pushes");
        sandbox.pushes()
                .records()
                .forEach(push -> pushes.addObject()
                        .put("channel", push.channel())
                        .put("number", push.number())
                        .put("state", push.state())
                        .put("outcome", push.outcome().name())
                        .put("attempts", push.attempts())
                        .put("status", push.status()));
        return Answer.json(200, all);
    }

    private Answer arrange(ObjectNode body) {
        SandboxPushes pushes = sandbox.pushes();
        body.properties().forEach(order -> {
            int messages = order.getValue().asInt();
            switch (order.getKey()) {
                case "send" -> pushes.sendNext(messages);
                case "drop" -> pushes.dropNext(messages);
                case "duplicate" -> pushes.duplicateNext(messages);
                case "hold" -> pushes.holdNext(messages);
                case "dropAll" -> pushes.dropAll(order.getValue().asBoolean());
                case "syncBeforeAnswer" ->
                    pushes.syncBeforeAnswer(order.getValue().asBoolean());
                default -> throw new IllegalArgumentException("No such order: " + order.getKey());
            }
        });
        return ControlApi.done();
    }

    private Answer release(ObjectNode body) {
        if (body.path("reversed").asBoolean()) {
            sandbox.pushes().releaseReversed();
        } else {
            sandbox.pushes().release();
        }
        return ControlApi.done();
    }
}
