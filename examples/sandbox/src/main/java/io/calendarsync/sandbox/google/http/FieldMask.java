package io.calendarsync.sandbox.google.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A partial answer: {@code fields=items(id,start/date),nextPageToken}. An asterisk stands for every member; of arrays, the
 * mask means each item.
 */
public final class FieldMask {

    private static final String ANY = "*";

    private final Map<String, FieldMask> members = new LinkedHashMap<>();

    private FieldMask() {}

    /** Reads a mask. */
    public static FieldMask parse(String text) {
        Reader reader = new Reader(text);
        FieldMask mask = reader.list();
        if (reader.at < text.length()) {
            throw reader.invalid();
        }
        return mask;
    }

    /** Cuts an answer down to the mask. */
    public Answer cut(Answer answer) {
        ObjectNode tree = Json.own(answer.joined());
        cut(tree);
        return answer.withBody(Json.bytes(tree));
    }

    private void cut(JsonNode value) {
        if (value instanceof ObjectNode object && !members.isEmpty()) {
            if (!members.containsKey(ANY)) {
                object.retain(members.keySet());
            }
            object.properties()
                    .forEach(member -> members.getOrDefault(member.getKey(), members.getOrDefault(ANY, this))
                            .cut(member.getValue()));
        } else if (value.isArray()) {
            value.forEach(this::cut);
        }
    }

    /** Walks through the text of a mask. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        FieldMask list() {
            FieldMask mask = new FieldMask();
            do {
                path(mask);
            } while (took(','));
            return mask;
        }

        private void path(FieldMask into) {
            int start = at;
            while (at < text.length() && ",/()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (start == at) {
                throw invalid();
            }
            String name = text.substring(start, at);
            FieldMask below = into.members.computeIfAbsent(name, any -> new FieldMask());
            if (took('/')) {
                path(below);
            } else if (took('(')) {
                below.members.putAll(list().members);
                if (!took(')')) {
                    throw invalid();
                }
            }
        }

        private boolean took(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        ApiException invalid() {
            return ApiException.of(400, "global", "invalidParameter", "Invalid field selection " + text)
                    .at("parameter", "fields");
        }
    }
}
