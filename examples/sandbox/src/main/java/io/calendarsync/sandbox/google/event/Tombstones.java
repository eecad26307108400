package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.Etags;

/** What a delta tells of an event that is no more: that it is no more. Nothing else is promised, so nothing else is sent. */
public final class Tombstones {

    private Tombstones() {}

    /** Returns the tombstone of an event; of an instance it also says of which one. */
    public static ObjectNode of(StoredEvent event) {
        ObjectNode tombstone = of(event.id(), event.version());
        if (event.isException()) {
            ObjectNode tree = event.tree();
            tombstone.put("recurringEventId", event.index().master());
            tombstone.set("originalStartTime", tree.path("originalStartTime"));
        }
        return tombstone;
    }

    static ObjectNode of(String id, long version) {
        return Json.object()
                .put("kind", "calendar#event")
                .put("etag", Etags.of(version))
                .put("id", id)
                .put("status", "cancelled");
    }
}
