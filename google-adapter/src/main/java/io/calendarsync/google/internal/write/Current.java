package io.calendarsync.google.internal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import java.util.List;

/** The JSON of an event as it is to be compared: whether two versions differ in anything but their stamps. */
final class Current {

    /** What Google renews by itself, sometimes moments after a write. */
    private static final List<String> STAMPS = List.of("etag", "updated");

    private Current() {}

    static boolean sameButForStamps(ObjectNode one, ObjectNode other) {
        return stampless(one).equals(stampless(other));
    }

    static boolean isCancelled(ObjectNode event) {
        return Json.text(event, "status").equals("cancelled");
    }

    private static ObjectNode stampless(ObjectNode event) {
        return event.deepCopy().remove(STAMPS);
    }
}
