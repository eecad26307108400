package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events as people edit them, over HTTP. */
final class EventControl {

    private static final String EVENTS = "/sandbox/calendars/{}/events";
    private static final String EVENT = EVENTS + "/{}";

    private final GoogleSandbox sandbox;

    EventControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("events", "GET", EVENTS, (request, path) -> all(path)),
                Route.of(
                        "add",
                        "POST",
                        EVENTS,
                        (request, path) -> id(calendar(path).add(text(request)))),
                Route.of("bulk", "POST", EVENTS + "/bulk", this::bulk),
                Route.of(
                        "event",
                        "GET",
                        EVENT,
                        (request, path) -> Answer.json(200, calendar(path).event(path.get(1)))),
                Route.of("edit", "PATCH", EVENT, (request, path) -> edit(request, path)),
                Route.of("delete", "DELETE", EVENT, (request, path) -> {
                    calendar(path).delete(path.get(1));
                    return ControlApi.done();
                }),
                Route.of("decorate", "POST", EVENT + "/decorate", (request, path) -> {
                    calendar(path).decorate(path.get(1), text(request));
                    return ControlApi.done();
                }),
                Route.of("touch", "POST", EVENT + "/touch", (request, path) -> {
                    calendar(path).touch(path.get(1));
                    return ControlApi.done();
                }),
                Route.of("move", "POST", EVENT + "/move", (request, path) -> {
                    String to = request.json().path("to").asText();
                    calendar(path).move(path.get(1), sandbox.calendar(to));
                    return ControlApi.done();
                }),
                Route.of(
                        "instance",
                        "GET",
                        EVENT + "/instance",
                        (request, path) -> id(calendar(path)
                                .instance(path.get(1), request.query().textOrEmpty("originalStart")))),
                Route.of("following", "POST", EVENT + "/following", this::following));
    }

    private SandboxCalendar calendar(List<String> path) {
        return sandbox.calendar(path.get(0));
    }

    private static String text(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static Answer id(String id) {
        return Answer.json(200, Json.object().put("id", id));
    }

    private Answer all(List<String> path) {
        ObjectNode all = Json.object();
        all.putArray("events").addAll(calendar(path).events());
        return Answer.json(200, all);
    }

    /** Many events in one step, for whoever would otherwise send a hundred thousand requests. */
    private Answer bulk(Request request, List<String> path) {
        ObjectNode added = Json.object();
        var ids = added.putArray("ids");
        request.json().path("events").forEach(event -> ids.add(calendar(path).add(event.toString())));
        return Answer.json(200, added);
    }

    private Answer edit(Request request, List<String> path) {
        calendar(path).edit(path.get(1), text(request));
        return id(path.get(1));
    }

    private Answer following(Request request, List<String> path) {
        ObjectNode body = request.json();
        return id(calendar(path)
                .editFollowing(
                        path.get(1),
                        body.path("originalStart").asText(),
                        body.path("changes").toString()));
    }
}
