package io.calendarsync.sandbox.google.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.event.EventFinder;
import io.calendarsync.sandbox.google.event.EventFinder.Found;
import io.calendarsync.sandbox.google.event.EventWriter;
import io.calendarsync.sandbox.google.event.StoredEvent;
import io.calendarsync.sandbox.google.event.WriteOptions;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.list.EventLister;
import io.calendarsync.sandbox.google.list.EventView;
import io.calendarsync.sandbox.google.list.InstanceLister;
import io.calendarsync.sandbox.google.oauth.ServiceAccount;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;

/** The operations on events. */
final class EventsApi {

    private static final String EVENTS = "/calendars/{}/events";
    private static final String EVENT = EVENTS + "/{}";

    private final World world;
    private final EventWriter writer;
    private final EventLister lister;
    private final InstanceLister instances;

    EventsApi(World world, EventWriter writer, EventLister lister, InstanceLister instances) {
        this.world = world;
        this.writer = writer;
        this.lister = lister;
        this.instances = instances;
    }

    List<Route> routes(Guard guard) {
        return List.of(
                guard.route("events.list", "GET", EVENTS, EventScopes.READ, this::list),
                guard.route("events.import", "POST", EVENTS + "/import", EventScopes.WRITE, this::importCopy),
                guard.route("events.insert", "POST", EVENTS, EventScopes.WRITE, this::insert),
                guard.route("events.get", "GET", EVENT, EventScopes.READ, this::get),
                guard.route("events.update", "PUT", EVENT, EventScopes.WRITE, this::update),
                guard.route("events.patch", "PATCH", EVENT, EventScopes.WRITE, this::patch),
                guard.route("events.delete", "DELETE", EVENT, EventScopes.WRITE, this::delete),
                guard.route("events.instances", "GET", EVENT + "/instances", EventScopes.READ, this::instances),
                guard.route("events.move", "POST", EVENT + "/move", EventScopes.MOVE, this::move));
    }

    private StoredCalendar readable(Call call) {
        StoredCalendar calendar = world.calendar(call.caller().account(), call.at(0), AccessRole.FREE_BUSY_READER);
        EventScopes.reach(call.caller(), calendar, EventScopes.READ);
        return calendar;
    }

    private StoredCalendar writable(Call call) {
        StoredCalendar calendar = world.calendar(call.caller().account(), call.at(0), AccessRole.WRITER);
        EventScopes.reach(call.caller(), calendar, EventScopes.WRITE);
        return calendar;
    }

    private static boolean busyOnly(Call call, StoredCalendar calendar) {
        return !calendar.role(call.caller().account().email()).covers(AccessRole.READER)
                || EventScopes.timesOnly(call.caller());
    }

    private Answer list(Call call) {
        StoredCalendar calendar = readable(call);
        String viewer = call.caller().account().email();
        return lister.list(
                calendar, viewer, busyOnly(call, calendar), call.request().query());
    }

    private Answer instances(Call call) {
        StoredCalendar calendar = readable(call);
        String viewer = call.caller().account().email();
        return instances.list(
                calendar,
                viewer,
                busyOnly(call, calendar),
                call.at(1),
                call.request().query());
    }

    private Answer get(Call call) {
        StoredCalendar calendar = readable(call);
        Found found = EventFinder.find(calendar, call.at(1));
        if (Etags.isKnown(call.request(), found.etag())) {
            return Answer.empty(304).with("ETag", found.etag());
        }
        EventView view = view(call, busyOnly(call, calendar));
        byte[] json = found.stored().map(view::bytes).orElseGet(() -> view.bytes(found.tree()));
        return Answer.json(200, List.of(json)).with("ETag", found.etag());
    }

    private static EventView view(Call call, boolean busyOnly) {
        var query = call.request().query();
        return new EventView(busyOnly, false, query.number("maxAttendees", 1), query.zone("timeZone"));
    }

    private Answer insert(Call call) {
        StoredCalendar calendar = writable(call);
        ObjectNode body = call.request().json();
        String creator = call.caller().account().email();
        if (ServiceAccount.isProgram(creator) && !body.path("attendees").isEmpty()) {
            throw ApiException.forbidden(
                    "forbiddenForServiceAccounts",
                    "Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.");
        }
        return written(call, writer.insert(calendar, creator, body, WriteOptions.of(call.request())));
    }

    private Answer importCopy(Call call) {
        StoredCalendar calendar = writable(call);
        String creator = call.caller().account().email();
        return written(
                call, writer.importCopy(calendar, creator, call.request().json(), WriteOptions.of(call.request())));
    }

    private Answer update(Call call) {
        StoredCalendar calendar = writable(call);
        return written(
                call, writer.update(calendar, call.at(1), call.request().json(), WriteOptions.of(call.request())));
    }

    private Answer patch(Call call) {
        StoredCalendar calendar = writable(call);
        return written(
                call, writer.patch(calendar, call.at(1), call.request().json(), WriteOptions.of(call.request())));
    }

    private Answer delete(Call call) {
        writer.delete(writable(call), call.at(1), WriteOptions.of(call.request()));
        return Answer.empty(204);
    }

    private Answer move(Call call) {
        String destination = call.request()
                .query()
                .text("destination")
                .orElseThrow(() ->
                        ApiException.required("Required parameter: destination").at("parameter", "destination"));
        StoredCalendar from = writable(call);
        StoredCalendar to = world.calendar(call.caller().account(), destination, AccessRole.WRITER);
        EventScopes.reach(call.caller(), to, EventScopes.MOVE);
        return written(call, writer.move(from, call.at(1), to, WriteOptions.of(call.request())));
    }

    private static Answer written(Call call, StoredEvent event) {
        return Answer.json(200, List.of(view(call, false).bytes(event))).with("ETag", event.etag());
    }
}
