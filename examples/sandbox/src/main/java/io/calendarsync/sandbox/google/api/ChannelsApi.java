package io.calendarsync.sandbox.google.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.push.Channels;
import io.calendarsync.sandbox.google.push.Channels.Opened;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;

/** The operations on channels: opening one on events or on a list of calendars, closing it. */
final class ChannelsApi {

    private static final List<String> READ_LIST =
            List.of("calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly");

    private static final List<String> STOP = List.of(
            "calendar",
            "calendar.readonly",
            "calendar.acls",
            "calendar.acls.readonly",
            "calendar.app.created",
            "calendar.calendarlist",
            "calendar.calendarlist.readonly",
            "calendar.events",
            "calendar.events.freebusy",
            "calendar.events.owned",
            "calendar.events.owned.readonly",
            "calendar.events.public.readonly",
            "calendar.events.readonly",
            "calendar.settings.readonly");

    private final World world;
    private final Channels channels;
    private final URI api;

    ChannelsApi(World world, Channels channels, URI api) {
        this.world = world;
        this.channels = channels;
        this.api = api;
    }

    List<Route> routes(Guard guard) {
        return List.of(
                guard.route("events.watch", "POST", "/calendars/{}/events/watch", EventScopes.READ, this::watchEvents),
                guard.route("calendarList.watch", "POST", "/users/me/calendarList/watch", READ_LIST, this::watchList),
                guard.route("channels.stop", "POST", "/channels/stop", STOP, this::stop));
    }

    private Answer watchEvents(Call call) {
        StoredCalendar calendar = world.calendar(call.caller().account(), call.at(0), AccessRole.FREE_BUSY_READER);
        EventScopes.reach(call.caller(), calendar, EventScopes.READ);
        if (!calendar.watchable()) {
            throw ApiException.badRequest(
                    "pushNotSupportedForRequestedResource", "Push notifications are not supported by this resource.");
        }
        String id = URLEncoder.encode(calendar.id(), UTF_8);
        return opened(call, calendar.id(), api.resolve("calendars/" + id + "/events?alt=json"));
    }

    private Answer watchList(Call call) {
        String user = call.caller().account().email();
        return opened(call, "calendarList " + user, api.resolve("users/me/calendarList?alt=json"));
    }

    private Answer opened(Call call, String resource, URI uri) {
        Opened opened = channels.open(
                call.request().json(), resource, uri, call.caller().account().email());
        return Answer.json(200, opened.resource()).after(opened.beforeAnswer());
    }

    private Answer stop(Call call) {
        channels.stop(call.request().json(), call.caller().account().email());
        return Answer.empty(204);
    }
}
