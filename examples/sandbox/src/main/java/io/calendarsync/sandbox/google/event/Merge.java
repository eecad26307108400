package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Patch semantics: what is not named stays, null takes away, objects are merged, arrays replaced. */
final class Merge {

    private Merge() {}

    static void into(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode below && target.path(name) instanceof ObjectNode present) {
                into(present, below);
            } else {
                target.set(name, value);
            }
        });
    }

    /** A patched start that turns from a date to a time, or back, does not keep the other one. */
    static void intoEvent(ObjectNode event, ObjectNode patch) {
        for (String end : new String[] {"start", "end"}) {
            JsonNode time = patch.path(end);
            if (event.path(end) instanceof ObjectNode present) {
                if (time.hasNonNull("date")) {
                    present.remove("dateTime");
                    present.remove("timeZone");
                } else if (time.hasNonNull("dateTime")) {
                    present.remove("date");
                }
            }
        }
        into(event, patch);
    }

    /** Takes away what is null, at every depth. */
    static void dropNulls(ObjectNode object) {
        object.properties().removeIf(member -> member.getValue().isNull());
        object.forEach(value -> {
            if (value instanceof ObjectNode below) {
                dropNulls(below);
            } else {
                value.forEach(one -> {
                    if (one instanceof ObjectNode below) {
                        dropNulls(below);
                    }
                });
            }
        });
    }
}
