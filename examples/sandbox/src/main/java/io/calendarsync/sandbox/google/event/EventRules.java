package io.calendarsync.sandbox.google.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import java.util.List;
import java.util.regex.Pattern;

/** What an event must keep to, times apart. */
final class EventRules {

    private static final Pattern ID = Pattern.compile("[a-v0-9]{5,1024}");

    private static final List<String> TYPES =
            List.of("default", "birthday", "focusTime", "outOfOffice", "workingLocation");

    private static final int MOST_OVERRIDES = 5;
    private static final int LATEST_REMINDER = 40_320;
    private static final int MOST_ATTACHMENTS = 25;
    private static final int LONGEST_KEY = 44;
    private static final int LONGEST_VALUE = 1_024;
    private static final int MOST_PROPERTIES = 300;
    private static final int LARGEST_PROPERTIES = 32_768;

    private EventRules() {}

    static void id(String id) {
        if (!ID.matcher(id).matches()) {
            throw ApiException.invalid("Invalid resource id value.").at("other", "id");
        }
    }

    static void check(ObjectNode event) {
        oneOf(event, "status", List.of("confirmed", "tentative", "cancelled"));
        oneOf(event, "visibility", List.of("default", "public", "private", "confidential"));
        oneOf(event, "transparency", List.of("opaque", "transparent"));
        reminders(event.path("reminders"));
        event.path("attendees").forEach(EventRules::attendee);
        if (event.path("attachments").size() > MOST_ATTACHMENTS) {
            throw ApiException.invalid("The maximum number of attachments per event is exceeded.");
        }
        properties(event.path("extendedProperties"));
    }

    static void newType(String type) {
        if (!TYPES.contains(type)) {
            throw ApiException.invalid("Events of the type " + type + " cannot be created.")
                    .at("other", "eventType");
        }
    }

    private static void oneOf(JsonNode event, String name, List<String> allowed) {
        if (event.hasNonNull(name) && !allowed.contains(event.path(name).asText())) {
            throw ApiException.invalid("Invalid value for: " + name).at("other", name);
        }
    }

    private static void reminders(JsonNode reminders) {
        JsonNode overrides = reminders.path("overrides");
        if (overrides.size() > MOST_OVERRIDES) {
            throw ApiException.invalid("The maximum number of override reminders is " + MOST_OVERRIDES + ".");
        }
        if (!overrides.isEmpty() && reminders.path("useDefault").asBoolean()) {
            throw ApiException.badRequest(
                    "cannotUseDefaultRemindersAndSpecifyOverride",
                    "Cannot specify both default reminders and overrides at the same time.");
        }
        for (JsonNode override : overrides) {
            oneOf(override, "method", List.of("email", "popup"));
            int minutes = override.path("minutes").asInt(-1);
            if (!override.hasNonNull("method") || minutes < 0 || minutes > LATEST_REMINDER) {
                throw ApiException.invalid("Invalid value for: reminders.overrides");
            }
        }
    }

    private static void attendee(JsonNode attendee) {
        if (attendee.path("email").asText().indexOf('@') < 1) {
            throw attendee.hasNonNull("email")
                    ? ApiException.invalid("Invalid attendee email.")
                    : ApiException.required("Missing attendee email.");
        }
        oneOf(attendee, "responseStatus", List.of("needsAction", "declined", "tentative", "accepted"));
    }

    private static void properties(JsonNode extended) {
        int count = 0;
        long size = 0;
        for (JsonNode half : List.of(extended.path("private"), extended.path("shared"))) {
            for (var property : half.properties()) {
                String value = property.getValue().asText();
                if (property.getKey().length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
                    throw ApiException.invalid("An extended property's key or value is too long.")
                            .at("other", "extendedProperties");
                }
                count++;
                size += property.getKey().getBytes(UTF_8).length + value.getBytes(UTF_8).length;
            }
        }
        if (count > MOST_PROPERTIES || size > LARGEST_PROPERTIES) {
            throw ApiException.invalid("The extended properties of an event are too many or too large.")
                    .at("other", "extendedProperties");
        }
    }
}
