package io.calendarsync.sandbox.google.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.google.http.Route;
import java.util.List;
import java.util.function.BiConsumer;

/** Calendars, over HTTP. */
final class CalendarControl {

    private static final String CALENDAR = "/sandbox/calendars/{}";

    private final GoogleSandbox sandbox;

    CalendarControl(GoogleSandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Route> routes() {
        return List.of(
                Route.of("delete", "DELETE", CALENDAR, (request, path) -> {
                    sandbox.calendar(path.get(0)).deleteCalendar();
                    return ControlApi.done();
                }),
                act(
                        "share",
                        (calendar, body) -> calendar.share(
                                body.path("email").asText(), body.path("role").asText("reader"))),
                act(
                        "unshare",
                        (calendar, body) -> calendar.unshare(body.path("email").asText())),
                act(
                        "rename",
                        (calendar, body) -> calendar.rename(body.path("title").asText())),
                act("invalidate-sync-tokens", (calendar, body) -> calendar.invalidateSyncTokens()),
                act("forget-cancelled", (calendar, body) -> calendar.forgetCancelled()));
    }

    private Route act(String name, BiConsumer<SandboxCalendar, ObjectNode> action) {
        return Route.of(name, "POST", CALENDAR + "/" + name, (request, path) -> {
            action.accept(sandbox.calendar(path.get(0)), request.json());
            return ControlApi.done();
        });
    }
}
