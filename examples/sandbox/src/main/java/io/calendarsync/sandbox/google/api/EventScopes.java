package io.calendarsync.sandbox.google.api;

import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.oauth.Bearer.Caller;
import io.calendarsync.sandbox.google.oauth.Scopes;
import io.calendarsync.sandbox.google.state.AccessRole;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import java.util.List;

/** Which scopes allow what with events, and with whose. */
final class EventScopes {

    static final List<String> READ = List.of(
            "calendar",
            "calendar.readonly",
            "calendar.events",
            "calendar.events.readonly",
            "calendar.events.owned",
            "calendar.events.owned.readonly",
            "calendar.events.freebusy",
            "calendar.events.public.readonly",
            "calendar.app.created");

    static final List<String> WRITE =
            List.of("calendar", "calendar.events", "calendar.events.owned", "calendar.app.created");

    static final List<String> MOVE = List.of("calendar", "calendar.events", "calendar.events.owned");

    /** These reach every calendar that the person reaches. */
    private static final List<String> EVERYWHERE = List.of(
            "calendar", "calendar.readonly", "calendar.events", "calendar.events.readonly", "calendar.events.freebusy");

    private static final List<String> OWNED = List.of("calendar.events.owned", "calendar.events.owned.readonly");

    private static final List<String> WITH_DETAILS = READ.stream()
            .filter(scope -> !scope.equals("calendar.events.freebusy"))
            .toList();

    private EventScopes() {}

    /** Refuses a calendar that the scopes do not reach: own ones, or those that the application has made. */
    static void reach(Caller caller, StoredCalendar calendar, List<String> anyOf) {
        boolean everywhere = allows(caller, EVERYWHERE, anyOf);
        boolean owned = calendar.role(caller.account().email()) == AccessRole.OWNER && allows(caller, OWNED, anyOf);
        boolean created = calendar.createdByApp() && allows(caller, List.of("calendar.app.created"), anyOf);
        if (!everywhere && !owned && !created) {
            throw ApiException.notFound();
        }
    }

    private static boolean allows(Caller caller, List<String> scopes, List<String> anyOf) {
        return Scopes.allow(
                caller.scopes(), scopes.stream().filter(anyOf::contains).toList());
    }

    /** Whether the scopes show no more than when something is. */
    static boolean timesOnly(Caller caller) {
        return !Scopes.allow(caller.scopes(), WITH_DETAILS);
    }
}
