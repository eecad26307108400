package io.calendarsync.sandbox.google.list;

import io.calendarsync.sandbox.google.event.Span;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a list of events is asked for.
 *
 * @param query the parameters as they came
 * @param delta whether changes since a sync token are meant
 * @param single whether series come unfolded
 * @param showDeleted whether cancelled events come with all their members
 * @param window when events must be, the default is whenever
 * @param updatedMin since when they must have been changed
 * @param orderBy in what order, empty for none in particular
 * @param types the event types that are meant, none for all
 * @param maxAttendees how many guests an event may come with
 * @param zone the zone that times are shown in
 */
record EventQuery(
        Query query,
        boolean delta,
        boolean single,
        boolean showDeleted,
        Span window,
        Optional<Instant> updatedMin,
        String orderBy,
        Set<String> types,
        OptionalInt maxAttendees,
        Optional<ZoneId> zone) {

    static final List<String> TYPES =
            List.of("birthday", "default", "focusTime", "fromGmail", "outOfOffice", "workingLocation");

    private static final List<String> NOT_WITH_SYNC_TOKEN = List.of(
            "iCalUID",
            "orderBy",
            "privateExtendedProperty",
            "q",
            "sharedExtendedProperty",
            "timeMin",
            "timeMax",
            "updatedMin");

    private static final List<String> NO_SYNC_TOKEN_AFTER =
            List.of("iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "updatedMin");

    static EventQuery of(Query query) {
        boolean delta = query.text("syncToken").isPresent();
        Optional<Boolean> showDeleted = query.flag("showDeleted");
        boolean single = query.flag("singleEvents").orElse(false);
        if (delta) {
            NOT_WITH_SYNC_TOKEN.stream().filter(query::has).findFirst().ifPresent(name -> {
                throw notTogether(name);
            });
            if (showDeleted.isPresent() && !showDeleted.get()) {
                throw notTogether("showDeleted=false");
            }
        }
        String orderBy = query.oneOf("orderBy", List.of("startTime", "updated")).orElse("");
        if (orderBy.equals("startTime") && !single) {
            throw ApiException.badRequest(
                    "badRequest", "The requested ordering is not available for the particular query.");
        }
        return new EventQuery(
                query,
                delta,
                single,
                showDeleted.orElse(query.has("updatedMin")),
                window(query),
                query.instant("updatedMin"),
                orderBy,
                new TreeSet<>(query.eachOf("eventTypes", TYPES)),
                query.number("maxAttendees", 1),
                query.zone("timeZone"));
    }

    static Span window(Query query) {
        Optional<Instant> min = query.instant("timeMin");
        Optional<Instant> max = query.instant("timeMax");
        Span window = new Span(
                min.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                max.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        if (window.start() >= window.end()) {
            throw ApiException.timeRangeEmpty().at("parameter", "timeMax");
        }
        return window;
    }

    private static ApiException notTogether(String name) {
        return ApiException.badRequest(
                        "badRequest", "Request parameter " + name + " cannot be used together with a sync token.")
                .at("parameter", "syncToken");
    }

    /** Whether the last page comes with a sync token. */
    boolean canBeFollowed() {
        return NO_SYNC_TOKEN_AFTER.stream().noneMatch(query::has);
    }

    /** The parameters that belong to a sync token. */
    String syncShape() {
        return List.of(
                        single,
                        types,
                        maxAttendees,
                        zone,
                        query.flag("showHiddenInvitations").orElse(false))
                .toString();
    }

    /** All parameters. */
    String pageShape() {
        return List.of(
                        syncShape(),
                        showDeleted,
                        window,
                        updatedMin,
                        orderBy,
                        query.textOrEmpty("q"),
                        query.textOrEmpty("iCalUID"),
                        query.all("privateExtendedProperty"),
                        query.all("sharedExtendedProperty"))
                .toString()
                .replace('\n', ' ');
    }
}
