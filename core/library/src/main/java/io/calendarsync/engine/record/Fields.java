package io.calendarsync.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The payload of a small state record: named fields over JSON. Fields a newer writer added stay where they are when an
 * older one writes over them. Confined to one thread.
 */
public final class Fields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode node;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    /** Returns no fields. */
    public static Fields none() {
        return new Fields(JSON.createObjectNode());
    }

    /** Returns the fields of a payload. */
    public static Fields of(byte[] payload) {
        try {
            return new Fields((ObjectNode) JSON.readTree(payload));
        } catch (IOException e) {
            throw new UncheckedIOException("a state record does not hold JSON", e);
        }
    }

    /** Returns a copy that can be written over. */
    public Fields copy() {
        return new Fields(node.deepCopy());
    }

    /** Returns the payload. */
    public byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException("a state record cannot be written", e);
        }
    }

    public Fields put(String name, String value) {
        node.put(name, value);
        return this;
    }

    public Fields put(String name, long value) {
        node.put(name, value);
        return this;
    }

    public Fields put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    public Fields put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    public Fields put(String name, Instant value) {
        return put(name, value.toString());
    }

    public Fields put(String name, Fields value) {
        node.set(name, value.node);
        return this;
    }

    public Fields put(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    public Fields remove(String name) {
        node.remove(name);
        return this;
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public String text(String name) {
        return node.path(name).asText("");
    }

    public long number(String name) {
        return node.path(name).asLong(0);
    }

    public int count(String name) {
        return node.path(name).asInt(0);
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** Returns an instant, {@link Instant#EPOCH} where it is missing. */
    public Instant instant(String name) {
        return has(name) ? InstantText.parse(text(name)) : Instant.EPOCH;
    }

    /** Returns a constant, the given one where it is missing or of a newer writer. */
    public <T extends Enum<T>> T constant(String name, T otherwise) {
        for (T constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(text(name))) {
                return constant;
            }
        }
        return otherwise;
    }

    public Optional<Fields> child(String name) {
        return node.get(name) instanceof ObjectNode child ? Optional.of(new Fields(child)) : Optional.empty();
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public Fields putAll(String name, List<Fields> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(value.node));
        return this;
    }

    public List<Fields> children(String name) {
        List<Fields> values = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            values.add(new Fields((ObjectNode) element));
        }
        return values;
    }

    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            values.add(element.asText());
        }
        return values;
    }
}
