package io.calendarsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Holds JSON against a schema of the discovery document: types, formats, references, enums, and no member besides. */
final class SchemaCheck {

    private final Discovery discovery;
    private final List<String> complaints = new ArrayList<>();

    private SchemaCheck(Discovery discovery) {
        this.discovery = discovery;
    }

    static List<String> complaints(Discovery discovery, String schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(discovery);
        check.check(discovery.schema(schema), value, schema);
        return check.complaints;
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        if (schema.has("$ref")) {
            check(discovery.schema(schema.path("$ref").asText()), value, path);
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(schema, value, path);
            case "array" -> array(schema, value, path);
            case "string" -> string(schema, value, path);
            case "boolean" -> expect(value.isBoolean(), path, "a boolean", value);
            case "integer" -> expect(value.isInt(), path, "an integer", value);
            case "any" -> expect(!value.isMissingNode(), path, "anything", value);
            default -> complaints.add(path + ": the schema has no type");
        }
    }

    private void object(JsonNode schema, JsonNode value, String path) {
        expect(value.isObject(), path, "an object", value);
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode any = schema.path("additionalProperties");
            if (known.isMissingNode() && any.isMissingNode()) {
                complaints.add(path + ": unknown member " + member.getKey());
            } else {
                check(known.isMissingNode() ? any : known, member.getValue(), path + "." + member.getKey());
            }
        });
    }

    private void array(JsonNode schema, JsonNode value, String path) {
        expect(value.isArray(), path, "an array", value);
        for (int at = 0; at < value.size(); at++) {
            check(schema.path("items"), value.path(at), path + "[" + at + "]");
        }
    }

    private void string(JsonNode schema, JsonNode value, String path) {
        expect(value.isTextual(), path, "a string", value);
        expect(
                fits(schema.path("format").asText(), value.asText()),
                path,
                schema.path("format").asText(),
                value);
        boolean listed = !schema.has("enum");
        for (JsonNode one : schema.path("enum")) {
            listed |= one.asText().equals(value.asText());
        }
        expect(listed, path, "one of " + schema.path("enum"), value);
    }

    private static boolean fits(String format, String text) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                case "int64" -> Long.parseLong(text);
                default -> {
                    return format.isEmpty();
                }
            }
            return true;
        } catch (DateTimeException | NumberFormatException misfit) {
            return false;
        }
    }

    private void expect(boolean holds, String path, String wanted, JsonNode value) {
        if (!holds) {
            complaints.add(path + ": " + value + " is not " + wanted);
        }
    }
}
