package io.calendarsync.sandbox.google.control;

import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be done to a sandbox by its Java API, over HTTP. */
public final class ControlApi {

    private ControlApi() {}

    /** Returns the routes under {@code /sandbox}. */
    public static List<Route> routes(GoogleSandbox sandbox) {
        return Stream.of(
                        new Overview(sandbox).routes(),
                        new UserControl(sandbox).routes(),
                        new CalendarControl(sandbox).routes(),
                        new EventControl(sandbox).routes(),
                        new PushControl(sandbox).routes(),
                        new FaultControl(sandbox).routes(),
                        new SettingControl(sandbox).routes())
                .flatMap(List::stream)
                .map(ControlApi::forgiving)
                .toList();
    }

    /** What the Java API throws for bad arguments is a bad request here. */
    private static Route forgiving(Route route) {
        return new Route(route.operation(), route.method(), route.template(), (request, path) -> {
            try {
                return route.handler().handle(request, path);
            } catch (IllegalArgumentException | DateTimeException bad) {
                throw (ApiException)
                        ApiException.invalid(String.valueOf(bad.getMessage())).initCause(bad);
            }
        });
    }

    static Answer done() {
        return Answer.json(200, Json.object());
    }
}
