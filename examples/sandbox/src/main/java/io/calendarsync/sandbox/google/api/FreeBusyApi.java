package io.calendarsync.sandbox.google.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.list.BusyTimes;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** The question when calendars are taken. */
final class FreeBusyApi {

    private static final List<String> SCOPES =
            List.of("calendar", "calendar.readonly", "calendar.freebusy", "calendar.events.freebusy");

    private static final int MOST_CALENDARS = 50;

    private final World world;

    FreeBusyApi(World world) {
        this.world = world;
    }

    List<Route> routes(Guard guard) {
        return List.of(guard.route("freebusy.query", "POST", "/freeBusy", SCOPES, this::query));
    }

    private Answer query(Call call) {
        ObjectNode body = call.request().json();
        Instant min = instant(body, "timeMin");
        Instant max = instant(body, "timeMax");
        if (!max.isAfter(min)) {
            throw ApiException.timeRangeEmpty().at("parameter", "timeMax");
        }
        int most = body.path("calendarExpansionMax").asInt(MOST_CALENDARS);
        if (most > MOST_CALENDARS) {
            throw ApiException.parameter("calendarExpansionMax", "Values must be at most " + MOST_CALENDARS + ".");
        }
        ZoneId zone = zone(body.path("timeZone").asText("UTC"));
        ObjectNode answer = Json.object()
                .put("kind", "calendar#freeBusy")
                .put("timeMin", EventTimes.text(min, zone))
                .put("timeMax", EventTimes.text(max, zone));
        ObjectNode calendars = answer.putObject("calendars");
        boolean tooMany = body.path("items").size() > most;
        for (JsonNode item : body.path("items")) {
            String id = item.path("id").asText();
            calendars.set(
                    id,
                    tooMany
                            ? error("tooManyCalendarsRequested")
                            : busy(call, id, new Span(min.toEpochMilli(), max.toEpochMilli()), zone));
        }
        return Answer.json(200, answer);
    }

    private ObjectNode busy(Call call, String id, Span window, ZoneId zone) {
        StoredCalendar calendar;
        try {
            calendar = world.calendar(call.caller().account(), id, AccessRole.FREE_BUSY_READER);
        } catch (ApiException unseen) {
            return error(unseen.reason());
        }
        ObjectNode one = Json.object();
        var busy = one.putArray("busy");
        for (Span span : BusyTimes.of(calendar, window)) {
            busy.addObject()
                    .put("start", EventTimes.text(Instant.ofEpochMilli(span.start()), zone))
                    .put("end", EventTimes.text(Instant.ofEpochMilli(span.end()), zone));
        }
        return one;
    }

    private static ObjectNode error(String reason) {
        ObjectNode one = Json.object();
        one.putArray("errors").addObject().put("domain", "global").put("reason", reason);
        one.putArray("busy");
        return one;
    }

    private static Instant instant(ObjectNode body, String name) {
        if (!body.hasNonNull(name)) {
            throw ApiException.required("Missing " + name + " parameter.");
        }
        try {
            return OffsetDateTime.parse(body.path(name).asText()).toInstant();
        } catch (DateTimeException malformed) {
            throw (ApiException) ApiException.badRequest("badRequest", "Bad Request")
                    .at("parameter", name)
                    .initCause(malformed);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw (ApiException)
                    ApiException.parameter("timeZone", "Invalid time zone.").initCause(unknown);
        }
    }
}
