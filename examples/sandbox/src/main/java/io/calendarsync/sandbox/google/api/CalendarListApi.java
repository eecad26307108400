package io.calendarsync.sandbox.google.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.api.Guard.Call;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Route;
import io.calendarsync.sandbox.google.list.CalendarLister;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.Account;
import io.calendarsync.sandbox.google.state.Etags;
import io.calendarsync.sandbox.google.state.ListEntry;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import io.calendarsync.sandbox.google.state.World;
import java.util.List;

/** The operations on somebody's list of calendars. */
final class CalendarListApi {

    private static final String LIST = "/users/me/calendarList";
    private static final String ENTRY = LIST + "/{}";

    private static final List<String> READ_LIST =
            List.of("calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly");

    private static final List<String> READ_ONE = List.of(
            "calendar",
            "calendar.readonly",
            "calendar.calendarlist",
            "calendar.calendarlist.readonly",
            "calendar.app.created");

    private static final List<String> WRITE = List.of("calendar", "calendar.calendarlist", "calendar.app.created");

    private final World world;
    private final CalendarLister lister;

    CalendarListApi(World world, CalendarLister lister) {
        this.world = world;
        this.lister = lister;
    }

    List<Route> routes(Guard guard) {
        return List.of(
                guard.route("calendarList.list", "GET", LIST, READ_LIST, this::list),
                guard.route("calendarList.get", "GET", ENTRY, READ_ONE, this::get),
                guard.route("calendarList.insert", "POST", LIST, WRITE, this::insert),
                guard.route("calendarList.update", "PUT", ENTRY, WRITE, this::update),
                guard.route("calendarList.patch", "PATCH", ENTRY, WRITE, this::update),
                guard.route("calendarList.delete", "DELETE", ENTRY, WRITE, this::delete));
    }

    private Answer list(Call call) {
        return lister.list(call.caller().account(), call.request().query());
    }

    private static ListEntry entry(Call call) {
        return call.caller()
                .account()
                .entry(call.at(0))
                .filter(entry -> !entry.deleted())
                .orElseThrow(ApiException::notFound);
    }

    private Answer get(Call call) {
        ListEntry entry = entry(call);
        String etag = Etags.of(entry.version());
        return Etags.isKnown(call.request(), etag) ? Answer.empty(304).with("ETag", etag) : sent(entry);
    }

    private Answer insert(Call call) {
        Account account = call.caller().account();
        StoredCalendar calendar =
                world.calendar(account, call.request().json().path("id").asText(), AccessRole.FREE_BUSY_READER);
        AccessRole role = calendar.role(account.email());
        ListEntry entry = account.entry(calendar.id())
                .map(known -> known.as(role))
                .orElseGet(() -> ListEntry.of(calendar.id(), role, false));
        return sent(world.list(account, entry));
    }

    private Answer update(Call call) {
        ListEntry entry = entry(call);
        Etags.ifMatch(call.request(), Etags.of(entry.version()));
        ObjectNode body = call.request().json();
        ListEntry shown = entry.shown(
                body.path("hidden").asBoolean(entry.hidden()),
                body.path("selected").asBoolean(entry.selected()),
                body.path("summaryOverride").asText(entry.title()),
                body.path("colorId").asText(entry.color()));
        return sent(world.list(call.caller().account(), shown));
    }

    private Answer delete(Call call) {
        ListEntry entry = entry(call);
        if (entry.primary()) {
            throw ApiException.forbidden("forbidden", "Forbidden");
        }
        ListEntry gone = world.list(call.caller().account(), entry.gone(entry.role()));
        return Answer.empty(204).with("ETag", Etags.of(gone.version()));
    }

    private Answer sent(ListEntry entry) {
        return Answer.json(200, lister.resource(entry)).with("ETag", Etags.of(entry.version()));
    }
}
