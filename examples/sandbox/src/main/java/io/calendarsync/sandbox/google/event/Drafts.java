package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.StoredCalendar;
import java.util.List;

/** Makes of what a client sends what is to be stored. */
final class Drafts {

    /** What only the server writes; what a client says of it is ignored. */
    private static final List<String> READ_ONLY = List.of(
            "kind",
            "etag",
            "id",
            "htmlLink",
            "created",
            "updated",
            "creator",
            "organizer",
            "iCalUID",
            "recurringEventId",
            "originalStartTime",
            "hangoutLink",
            "privateCopy",
            "locked");

    private static final List<String> MOVES_TIME = List.of("start", "end", "recurrence");

    /** Returns a new event. */
    ObjectNode fresh(ObjectNode body, WriteOptions options) {
        ObjectNode event = EventShape.clean(body);
        Merge.dropNulls(event);
        if (event.has("id") && event.has("iCalUID")) {
            throw ApiException.invalid("Only one of id and iCalUID can be given.");
        }
        event.remove("originalStartTime");
        unsupported(event, Json.object(), options);
        if (!event.has("reminders")) {
            event.putObject("reminders").put("useDefault", true);
        }
        return event;
    }

    /** Returns what replaces an event. */
    ObjectNode replacement(ObjectNode before, ObjectNode body, WriteOptions options) {
        ObjectNode after = EventShape.clean(body);
        keepUnknown(before, body, after);
        Merge.dropNulls(after);
        type(before, after);
        keepReadOnly(before, after);
        EventRendering.setIfAbsent(after, "status", before.path("status").asText());
        if (!after.has("reminders")) {
            after.putObject("reminders").put("useDefault", true);
        }
        unsupported(after, before, options);
        return after;
    }

    /** Returns an event with what a patch says. */
    ObjectNode patched(ObjectNode before, ObjectNode body, WriteOptions options) {
        ObjectNode patch = EventShape.clean(body);
        keepUnknown(before, body, patch);
        patch.remove(READ_ONLY);
        type(before, patch);
        ObjectNode after = before.deepCopy();
        Merge.intoEvent(after, patch);
        Merge.dropNulls(after);
        unsupported(after, before, options);
        return after;
    }

    /** A member that only this event has, since it was put there by hand, comes and goes with what clients send. */
    private static void keepUnknown(ObjectNode before, ObjectNode body, ObjectNode after) {
        before.fieldNames().forEachRemaining(name -> {
            if (body.has(name) && !after.has(name)) {
                after.set(name, body.path(name));
            }
        });
    }

    void keepReadOnly(ObjectNode before, ObjectNode after) {
        after.remove(READ_ONLY);
        READ_ONLY.stream().filter(before::has).forEach(name -> after.set(name, before.path(name)));
        after.set("eventType", before.path("eventType"));
        if (!after.has("sequence")) {
            after.set("sequence", before.path("sequence"));
        }
    }

    private static void type(JsonNode before, JsonNode after) {
        if (after.has("eventType") && !after.path("eventType").equals(before.path("eventType"))) {
            throw ApiException.invalid("The type of an event cannot be changed.")
                    .at("other", "eventType");
        }
    }

    /** What a client does not say it knows of is as it was; an instance does not recur. */
    private static void unsupported(ObjectNode after, ObjectNode before, WriteOptions options) {
        if (after.has("recurringEventId")) {
            after.remove("recurrence");
        }
        if (!options.conference()) {
            asBefore(after, before, "conferenceData");
        }
        if (!after.has("conferenceData")) {
            after.remove("hangoutLink");
        }
        if (!options.attachments()) {
            asBefore(after, before, "attachments");
        }
    }

    private static void asBefore(ObjectNode after, ObjectNode before, String name) {
        after.remove(name);
        if (before.has(name)) {
            after.set(name, before.path(name));
        }
    }

    /** Writes the times in the calendar's zone. */
    static void times(StoredCalendar calendar, ObjectNode event) {
        EventTimes.of(event, calendar.zone()).writeTo(event, calendar.zone());
    }

    /** A sequence may be raised by hand, never lowered; a change of time raises it. */
    void sequence(JsonNode before, ObjectNode after) {
        int was = before.path("sequence").asInt();
        int given = after.path("sequence").asInt(was);
        if (given < was) {
            throw ApiException.invalid("Invalid sequence value. The specified sequence number is below the current"
                            + " sequence number of the resource.")
                    .at("other", "sequence");
        }
        boolean moved = MOVES_TIME.stream().anyMatch(name -> !before.path(name).equals(after.path(name)));
        after.put("sequence", moved && given == was ? was + 1 : given);
    }

    /** A change of reminders alone is nobody else's business. */
    boolean onlyRemindersChanged(ObjectNode before, ObjectNode after) {
        if (before.path("reminders").equals(after.path("reminders"))) {
            return false;
        }
        ObjectNode same = after.deepCopy();
        same.set("reminders", before.path("reminders"));
        return same.equals(before);
    }
}
