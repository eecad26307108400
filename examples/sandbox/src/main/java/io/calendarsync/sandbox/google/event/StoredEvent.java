package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.Etags;

/**
 * An event as it is sent, with what lists look for. The bytes are made once, when it is written.
 *
 * @param id the id
 * @param version the number of the change that made it so
 * @param json the whole resource
 * @param index what lists look for
 */
public record StoredEvent(String id, long version, byte[] json, EventIndex index) {

    /** Returns the whole resource, to be changed at will. */
    public ObjectNode tree() {
        return Json.own(json);
    }

    /** Returns the version tag. */
    public String etag() {
        return Etags.of(version);
    }

    /** Returns whether it stands for one instance of a series. */
    public boolean isException() {
        return !index.master().isEmpty();
    }
}
