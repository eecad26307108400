package io.calendarsync.sandbox.google.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Sharing;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** The operations on calendars themselves. */
final class CalendarsApi {

    private static final String CALENDAR = "/calendars/{}";

    private static final List<String> READ = List.of(
            "calendar",
            "calendar.readonly",
            "calendar.calendars",
            "calendar.calendars.readonly",
            "calendar.app.created");

    private static final List<String> WRITE = List.of("calendar", "calendar.calendars", "calendar.app.created");

    private final World world;
    private final Sharing sharing;

    CalendarsApi(World world, Sharing sharing) {
        this.world = world;
        this.sharing = sharing;
    }

    List<Route> routes(Guard guard) {
        return List.of(
                guard.route("calendars.get", "GET", CALENDAR, READ, this::get),
                guard.route("calendars.insert", "POST", "/calendars", WRITE, this::insert),
                guard.route("calendars.update", "PUT", CALENDAR, WRITE, this::update),
                guard.route("calendars.patch", "PATCH", CALENDAR, WRITE, this::update),
                guard.route("calendars.delete", "DELETE", CALENDAR, WRITE, this::delete));
    }

    private Answer get(Call call) {
        return Answer.json(
                200,
                world.calendar(call.caller().account(), call.at(0), AccessRole.FREE_BUSY_READER)
                        .resource());
    }

    private Answer insert(Call call) {
        ObjectNode body = call.request().json();
        if (!body.hasNonNull("summary")) {
            throw ApiException.required("Missing summary.");
        }
        StoredCalendar calendar = world.addCalendar(
                call.caller().account(), body.path("summary").asText(), zone(body, world.defaultZone()), true);
        calendar.describe(calendar.title(), body.path("description").asText(), calendar.zone(), world.nextVersion());
        return Answer.json(200, calendar.resource());
    }

    private Answer update(Call call) {
        StoredCalendar calendar = world.calendar(call.caller().account(), call.at(0), AccessRole.OWNER);
        ObjectNode body = call.request().json();
        calendar.describe(
                body.path("summary").asText(calendar.title()),
                body.path("description").asText(calendar.description()),
                zone(body, calendar.zone()),
                world.nextVersion());
        return Answer.json(200, calendar.resource());
    }

    private Answer delete(Call call) {
        sharing.delete(world.calendar(call.caller().account(), call.at(0), AccessRole.OWNER));
        return Answer.empty(204);
    }

    private static ZoneId zone(ObjectNode body, ZoneId otherwise) {
        if (!body.hasNonNull("timeZone")) {
            return otherwise;
        }
        try {
            return ZoneId.of(body.path("timeZone").asText());
        } catch (DateTimeException unknown) {
            throw (ApiException) ApiException.invalid("Invalid time zone.").initCause(unknown);
        }
    }
}
