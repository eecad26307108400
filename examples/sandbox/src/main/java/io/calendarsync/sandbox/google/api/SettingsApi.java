package io.calendarsync.sandbox.google.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody's settings: the zone and the form of time, for reading. */
final class SettingsApi {

    private static final List<String> SCOPES = List.of("calendar", "calendar.readonly", "calendar.settings.readonly");

    private final World world;

    SettingsApi(World world) {
        this.world = world;
    }

    List<Route> routes(Guard guard) {
        return List.of(
                guard.route("settings.list", "GET", "/users/me/settings", SCOPES, this::list),
                guard.route("settings.get", "GET", "/users/me/settings/{}", SCOPES, this::get));
    }

    private Map<String, String> values(Call call) {
        String email = call.caller().account().email();
        return new TreeMap<>(
                Map.of("timezone", world.calendar(email).zone().getId(), "format24HourTime", "true", "weekStart", "1"));
    }

    private Answer list(Call call) {
        ObjectNode list = Json.object().put("kind", "calendar#settings").put("etag", Etags.of(0));
        var items = list.putArray("items");
        values(call).forEach((id, value) -> items.add(resource(id, value)));
        return Answer.json(200, list);
    }

    private Answer get(Call call) {
        Map<String, String> values = values(call);
        if (!values.containsKey(call.at(0))) {
            throw ApiException.notFound();
        }
        return Answer.json(200, resource(call.at(0), values.getOrDefault(call.at(0), "")));
    }

    private static ObjectNode resource(String id, String value) {
        return Json.object()
                .put("kind", "calendar#setting")
                .put("etag", Etags.of(0))
                .put("id", id)
                .put("value", value);
    }
}
