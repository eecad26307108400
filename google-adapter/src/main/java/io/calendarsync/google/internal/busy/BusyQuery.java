package io.calendarsync.google.internal.busy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.calendar.model.FreeBusyRequest;
import io.calendarsync.google.internal.api.Answer;
import io.calendarsync.google.internal.api.GoogleApi;
import io.calendarsync.google.internal.api.Requests;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.google.internal.json.Rfc3339;
import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.FreeBusySession.FreeBusy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks when calendars are busy, as many at a time and as far as Google answers at once. Confined to one thread. */
public final class BusyQuery {

    private static final int MOST_CALENDARS = 50;

    /** Google refuses longer stretches without saying where they begin to be too long; two months have always passed. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private final GoogleApi api;
    private final Requests requests;

    /** Creates a query. */
    public BusyQuery(GoogleApi api, Requests requests) {
        this.api = api;
        this.requests = requests;
    }

    /** Returns when calendars are busy, for each that was asked about. */
    public Map<String, FreeBusy> ask(Collection<String> calendars, Interval within) {
        Map<String, FreeBusy> known = new LinkedHashMap<>();
        List<String> all = List.copyOf(new LinkedHashSet<>(calendars));
        if (within.isEmpty()) {
            all.forEach(calendar -> known.put(calendar, new FreeBusy.Busy(List.of())));
            return known;
        }
        for (int from = 0; from < all.size(); from += MOST_CALENDARS) {
            ask(all.subList(from, Math.min(all.size(), from + MOST_CALENDARS)), within, known);
        }
        return known;
    }

    private void ask(List<String> calendars, Interval within, Map<String, FreeBusy> known) {
        Map<String, BusyTimes> times = new LinkedHashMap<>();
        calendars.forEach(calendar -> times.put(calendar, new BusyTimes()));
        for (Instant from = within.start(); from.isBefore(within.end()); from = from.plus(LONGEST)) {
            Instant until = from.plus(LONGEST).isBefore(within.end()) ? from.plus(LONGEST) : within.end();
            ObjectNode answered = piece(calendars, new Interval(from, until));
            times.forEach((calendar, busy) -> read(answered.path("calendars").path(calendar), busy));
        }
        times.forEach((calendar, busy) -> known.put(calendar, busy.within(within)));
    }

    private ObjectNode piece(List<String> calendars, Interval within) {
        ObjectNode body = Json.object()
                .put("timeMin", within.start().toString())
                .put("timeMax", within.end().toString())
                .put("timeZone", "UTC")
                .put("calendarExpansionMax", MOST_CALENDARS);
        ArrayNode items = body.putArray("items");
        calendars.forEach(calendar -> items.addObject().put("id", calendar));
        Answer answer = requests.require(
                () -> GoogleApi.request(api.calendar().freebusy().query(new FreeBusyRequest()), body));
        return answer.json().orElseThrow(() -> requests.faults().unreadable(answer));
    }

    /** An answer may be 200 and still know nothing of a calendar: that is not the same as free. */
    private static void read(JsonNode calendar, BusyTimes times) {
        List<ObjectNode> errors = Json.objects(calendar, "errors");
        if (!errors.isEmpty() || !calendar.path("busy").isArray()) {
            times.unknown(
                    errors.stream().anyMatch(error -> Json.text(error, "reason").equalsIgnoreCase("notFound"))
                            ? "Google does not know this calendar, or the account may not see when it is busy"
                            : "Google could not tell when this calendar is busy");
            return;
        }
        List<Interval> busy = new ArrayList<>();
        for (JsonNode one : calendar.path("busy")) {
            Optional<Interval> interval = interval(one);
            if (interval.isEmpty()) {
                times.unknown("Google told a busy time that cannot be read");
                return;
            }
            busy.add(interval.get());
        }
        times.add(busy);
    }

    private static Optional<Interval> interval(JsonNode busy) {
        Optional<Instant> start = Rfc3339.parse(Json.text(busy, "start")).flatMap(Rfc3339::instant);
        Optional<Instant> end = Rfc3339.parse(Json.text(busy, "end")).flatMap(Rfc3339::instant);
        return start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())
                ? Optional.of(new Interval(start.get(), end.get()))
                : Optional.empty();
    }
}
