package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.state.Ids;

/** Conferences are made after the answer: a request for one is pending first. */
final class Conferences {

    private Conferences() {}

    static boolean isRequested(JsonNode event) {
        return event.path("conferenceData").has("createRequest")
                && !event.path("conferenceData").has("conferenceId");
    }

    static void pending(ObjectNode event) {
        ((ObjectNode) event.path("conferenceData").path("createRequest"))
                .putObject("status")
                .put("statusCode", "pending");
    }

    static void make(ObjectNode event, Ids ids) {
        ObjectNode conference = (ObjectNode) event.path("conferenceData");
        ((ObjectNode) conference.path("createRequest")).putObject("status").put("statusCode", "success");
        String code = ids.event().substring(0, 10).replaceAll("(...)(....)(...)", "$1-$2-$3");
        String link = "https://meet.google.com/" + code;
        conference.put("conferenceId", code);
        ObjectNode solution = conference.putObject("conferenceSolution");
        solution.putObject("key").put("type", "hangoutsMeet");
        solution.put("name", "Google Meet");
        conference
                .putArray("entryPoints")
                .addObject()
                .put("entryPointType", "video")
                .put("uri", link)
                .put("label", link.substring("https://".length()));
        event.put("hangoutLink", link);
    }
}
