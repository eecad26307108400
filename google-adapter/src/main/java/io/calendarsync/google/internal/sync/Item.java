package io.calendarsync.google.internal.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import java.util.Optional;

/**
 * One item of a page: where its bytes are, and what has to be known of it before anybody reads it. Immutable as long as
 * nobody writes to the page.
 */
final class Item {

    private final byte[] page;
    private final int from;
    private final int length;
    private final Marks marks;
    private final Optional<ObjectNode> members;

    Item(byte[] page, int from, int length, Marks marks, Optional<ObjectNode> members) {
        this.page = page;
        this.from = from;
        this.length = length;
        this.marks = marks;
        this.members = members;
    }

    byte[] page() {
        return page;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    Marks marks() {
        return marks;
    }

    /** Returns what an event is read from, where the page was scanned to read its events. */
    Optional<ObjectNode> members() {
        return members;
    }

    Optional<ObjectNode> json() {
        return Json.parse(page, from, length);
    }

    /**
     * What is told of an item without reading it.
     *
     * @param id never empty
     * @param etag empty where there is none
     * @param cancelled whether it stands for something that is not there
     * @param series the id of the series it belongs to, empty for none
     * @param originalStart the date or time of the instance it is, empty for none
     */
    record Marks(String id, String etag, boolean cancelled, String series, String originalStart) {

        /** Returns whether it is an instance of a series that does not take place, rather than something deleted. */
        boolean isCancelledInstance() {
            return cancelled && !series.isEmpty() && !originalStart.isEmpty();
        }
    }
}
