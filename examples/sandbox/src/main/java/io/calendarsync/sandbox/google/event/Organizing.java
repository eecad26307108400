package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import java.util.List;

/** What a guest may change: the own answer and what is private to the own copy. The rest is the organizer's. */
final class Organizing {

    private static final List<String> SHARED = List.of(
            "summary",
            "description",
            "location",
            "start",
            "end",
            "recurrence",
            "attachments",
            "conferenceData",
            "guestsCanModify",
            "guestsCanInviteOthers",
            "guestsCanSeeOtherGuests",
            "source");

    private Organizing() {}

    static boolean isOrganizer(JsonNode event) {
        return event.path("organizer").path("self").asBoolean();
    }

    static void mayChange(JsonNode before, ObjectNode after) {
        if (isOrganizer(before) || before.path("guestsCanModify").asBoolean()) {
            return;
        }
        boolean shared = SHARED.stream().anyMatch(name -> !before.path(name).equals(after.path(name)))
                || !before.path("extendedProperties")
                        .path("shared")
                        .equals(after.path("extendedProperties").path("shared"));
        if (shared) {
            throw ApiException.forbidden(
                    "forbiddenForNonOrganizer", "Shared properties can only be changed by the organizer of the event.");
        }
    }

    /** Keeps the guests as they are, the own answer apart: a list that was cut says nothing of the others. */
    static void ownAnswerOnly(JsonNode before, ObjectNode after) {
        JsonNode own = before.path("organizer");
        for (JsonNode attendee : after.path("attendees")) {
            for (JsonNode kept : before.path("attendees")) {
                boolean self =
                        kept.path("self").asBoolean() || kept.path("email").equals(own.path("email"));
                if (self && kept.path("email").equals(attendee.path("email")) && attendee.has("responseStatus")) {
                    ((ObjectNode) kept).set("responseStatus", attendee.path("responseStatus"));
                }
            }
        }
        after.set("attendees", before.path("attendees"));
        after.remove("attendeesOmitted");
    }
}
