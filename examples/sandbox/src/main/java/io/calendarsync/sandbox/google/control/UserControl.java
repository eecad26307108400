package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxTokens;
import io.calendarsync.sandbox.SandboxUser;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** People, over HTTP. */
final class UserControl {

    private static final String USER = "/sandbox/users/{}";

    private final GoogleSandbox sandbox;

    UserControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("users", "GET", "/sandbox/users", (request, path) -> users()),
                Route.of("user", "GET", USER, (request, path) -> user(sandbox.user(path.get(0)))),
                Route.of("user", "PUT", USER, (request, path) -> user(sandbox.user(path.get(0)))),
                Route.of(
                        "calendar",
                        "POST",
                        USER + "/calendars",
                        (request, path) -> addCalendar(sandbox.user(path.get(0)), request.json())),
                Route.of(
                        "consent",
                        "POST",
                        USER + "/consent",
                        (request, path) -> consent(sandbox.user(path.get(0)), request.json())),
                act("revoke", (user, body) -> user.revoke()),
                act("expire-access-tokens", (user, body) -> user.expireAccessTokens()),
                act("invalidate-list-tokens", (user, body) -> user.invalidateListTokens()),
                act(
                        "hide",
                        (user, body) ->
                                user.hide(calendar(body), body.path("hidden").asBoolean(true))),
                act("unsubscribe", (user, body) -> user.unsubscribe(calendar(body))));
    }

    private SandboxCalendar calendar(ObjectNode body) {
        return sandbox.calendar(body.path("calendar").asText());
    }

    private Route act(String name, BiConsumer<SandboxUser, ObjectNode> action) {
        return Route.of(name, "POST", USER + "/" + name, (request, path) -> {
            action.accept(sandbox.user(path.get(0)), request.json());
            return ControlApi.done();
        });
    }

    private Answer users() {
        ObjectNode all = Json.object();
        var users = all.putArray("users");
        sandbox.users().forEach(user -> users.add(user.email()));
        return Answer.json(200, all);
    }

    private static Answer user(SandboxUser user) {
        ObjectNode one = Json.object()
                .put("email", user.email())
                .put("subject", user.subject())
                .put("refreshTokens", user.refreshTokens().size());
        var calendars = one.putArray("calendars");
        user.calendars()
                .forEach(calendar ->
                        calendars.addObject().put("id", calendar.id()).put("title", calendar.title()));
        return Answer.json(200, one);
    }

    private static Answer addCalendar(SandboxUser user, ObjectNode body) {
        String title = body.path("title").asText();
        SandboxCalendar made;
        if (body.hasNonNull("holidays")) {
            made = user.addHolidays(body.path("holidays").asText(), title);
        } else if (body.hasNonNull("timeZone")) {
            made = user.addCalendar(title, ZoneId.of(body.path("timeZone").asText()));
        } else {
            made = user.addCalendar(title);
        }
        return Answer.json(200, Json.object().put("id", made.id()));
    }

    private static Answer consent(SandboxUser user, ObjectNode body) {
        List<String> scopes = new ArrayList<>();
        body.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        SandboxTokens tokens = user.consent(scopes.toArray(String[]::new));
        return Answer.json(
                200, Json.object().put("accessToken", tokens.accessToken()).put("refreshToken", tokens.refreshToken()));
    }
}
