package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What goes without saying is not said: members at their default, empty texts and empty lists are left out of answers. */
final class Defaults {

    private static final Map<String, String> TEXTS =
            Map.of("transparency", "opaque", "visibility", "default", "description", "", "location", "", "summary", "");

    private static final Map<String, Boolean> FLAGS = Map.of(
            "guestsCanModify",
            false,
            "guestsCanInviteOthers",
            true,
            "guestsCanSeeOtherGuests",
            true,
            "anyoneCanAddSelf",
            false,
            "attendeesOmitted",
            false,
            "endTimeUnspecified",
            false);

    private static final List<String> LISTS = List.of("attendees", "recurrence", "attachments");

    private static final List<String> ATTENDEE_FLAGS = List.of("optional", "resource");

    private Defaults() {}

    static void leaveOut(ObjectNode event) {
        TEXTS.forEach((name, text) ->
                dropIf(event, name, event.path(name).asText("\0").equals(text)));
        FLAGS.forEach((name, flag) -> dropIf(event, name, is(event.path(name), flag)));
        LISTS.forEach(name -> dropIf(event, name, event.path(name).isEmpty()));
        for (JsonNode each : event.path("attendees")) {
            ObjectNode attendee = (ObjectNode) each;
            ATTENDEE_FLAGS.forEach(name -> dropIf(attendee, name, is(attendee.path(name), false)));
            dropIf(
                    attendee,
                    "additionalGuests",
                    attendee.path("additionalGuests").asInt() == 0);
        }
    }

    private static boolean is(JsonNode value, boolean flag) {
        return value.isBoolean() && value.booleanValue() == flag;
    }

    private static void dropIf(ObjectNode object, String name, boolean isDefault) {
        if (isDefault) {
            object.remove(name);
        }
    }
}
