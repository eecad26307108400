package io.calendarsync.sandbox.google.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.ApiException;
import io.calendarsync.sandbox.google.http.Json;
import java.util.Map;
import java.util.function.Predicate;

/** What a JSON value may look like. What comes in is cut down to it, and refused where a type is wrong. */
sealed interface Shape {

    /** Returns the value with the members that are known. */
    JsonNode clean(JsonNode value, String path);

    /** A shape of a value without members. */
    record Leaf(String name, Predicate<JsonNode> fits) implements Shape {
        @Override
        public JsonNode clean(JsonNode value, String path) {
            if (!fits.test(value)) {
                throw wrong(path, name);
            }
            return value;
        }
    }

    /** An array. */
    record Many(Shape each) implements Shape {
        @Override
        public JsonNode clean(JsonNode value, String path) {
            if (!value.isArray()) {
                throw wrong(path, "array");
            }
            ArrayNode clean = Json.array();
            value.forEach(one -> clean.add(each.clean(one, path)));
            return clean;
        }
    }

    /** An object whose members are named freely; null as a value takes a member away in a patch. */
    record Texts() implements Shape {
        @Override
        public JsonNode clean(JsonNode value, String path) {
            if (!value.isObject()) {
                throw wrong(path, "object");
            }
            value.properties().forEach(member -> {
                if (!member.getValue().isTextual() && !member.getValue().isNull()) {
                    throw wrong(path + "." + member.getKey(), "string");
                }
            });
            return value;
        }
    }

    /** An object of known members; others are left out. */
    record Members(Map<String, Shape> known) implements Shape {
        @Override
        public JsonNode clean(JsonNode value, String path) {
            if (!value.isObject()) {
                throw wrong(path, "object");
            }
            ObjectNode clean = Json.object();
            value.properties().forEach(member -> {
                Shape shape = known.get(member.getKey());
                if (shape != null) {
                    String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                    clean.set(
                            member.getKey(),
                            member.getValue().isNull() ? member.getValue() : shape.clean(member.getValue(), below));
                }
            });
            return clean;
        }
    }

    private static ApiException wrong(String path, String name) {
        return ApiException.invalid("Invalid value for: " + path + ". A value of the type " + name + " is expected.")
                .at("other", path);
    }
}
