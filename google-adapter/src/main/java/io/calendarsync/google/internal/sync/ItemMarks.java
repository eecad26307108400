package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.google.internal.json.Json;

/** What was seen of an item so far. Confined to one thread. */
final class ItemMarks {

    String id = "";
    String etag = "";
    String status = "";
    String series = "";
    String originalStart = "";

    /** Takes a mark from a member that was read. */
    void see(String name, JsonNode member) {
        switch (name) {
            case "status" -> status = member.isTextual() ? member.textValue() : "";
            case "recurringEventId" -> series = member.isTextual() ? member.textValue() : "";
            case "originalStartTime" -> originalStart = time(member);
            default -> {}
        }
    }

    private static String time(JsonNode point) {
        String time = Json.text(point, "dateTime");
        return time.isEmpty() ? Json.text(point, "date") : time;
    }

    Item.Marks marks() {
        return new Item.Marks(id, etag, status.equals("cancelled"), series, originalStart);
    }
}
