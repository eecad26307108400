package io.calendarsync.sandbox.google.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.event.EventTimes;
import io.calendarsync.sandbox.google.event.StoredEvent;
import io.calendarsync.sandbox.google.event.Tombstones;
import io.calendarsync.sandbox.google.http.Json;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How somebody sees events.
 *
 * @param busyOnly whether only the times are to be seen
 * @param tombstones whether of cancelled events only that they are no more is to be seen
 * @param maxAttendees how many guests an event comes with
 * @param zone the zone that times are shown in, where it is not the calendar's
 */
public record EventView(boolean busyOnly, boolean tombstones, OptionalInt maxAttendees, Optional<ZoneId> zone) {

    private static final List<String> BUSY = List.of(
            "kind",
            "etag",
            "id",
            "status",
            "start",
            "end",
            "recurrence",
            "recurringEventId",
            "originalStartTime",
            "transparency",
            "iCalUID",
            "eventType",
            "updated");

    /** Returns an event as it is seen: the stored bytes, wherever they will do. */
    public byte[] bytes(StoredEvent event) {
        boolean cut = event.index().attendees() > maxAttendees.orElse(Integer.MAX_VALUE);
        if (event.index().stub() || (tombstones && event.index().cancelled())) {
            return Json.bytes(Tombstones.of(event));
        }
        return busyOnly || cut || zone.isPresent() ? bytes(event.tree()) : event.json();
    }

    /** Returns an event as it is seen. */
    public byte[] bytes(ObjectNode event) {
        return Json.bytes(busyOnly ? busy(shown(event)) : shown(event));
    }

    private ObjectNode shown(ObjectNode event) {
        if (event.path("attendees").size() > maxAttendees.orElse(Integer.MAX_VALUE)) {
            ArrayNode own = Json.array();
            event.path("attendees").forEach(attendee -> {
                if (attendee.path("self").asBoolean()) {
                    own.add(attendee);
                }
            });
            event.set("attendees", own);
            event.put("attendeesOmitted", true);
        }
        zone.ifPresent(shownIn -> {
            for (String name : List.of("start", "end", "originalStartTime")) {
                JsonNode time = event.path(name);
                if (time.hasNonNull("dateTime")) {
                    ((ObjectNode) time)
                            .put(
                                    "dateTime",
                                    EventTimes.text(
                                            OffsetDateTime.parse(time.path("dateTime")
                                                            .asText())
                                                    .toInstant(),
                                            shownIn));
                }
            }
        });
        return event;
    }

    private static ObjectNode busy(ObjectNode event) {
        return event.retain(BUSY).put("visibility", "private");
    }
}
