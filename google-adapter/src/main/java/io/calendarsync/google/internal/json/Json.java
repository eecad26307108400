package io.calendarsync.google.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes JSON objects so that what is not understood comes out as it went in: members keep their order, numbers
 * their digits. Members that are missing, null or of another type than wanted read as absent, never as a fault.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Twenty members and more, before a map of them has to grow. */
    private static final int ROOM = 32;

    /** Reads one value where more follow. */
    private static final ObjectReader TREE = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Returns an object without members. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns the object a text consists of; empty where it is none. */
    public static Optional<ObjectNode> parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** Returns the object some bytes consist of; empty where they are none. */
    public static Optional<ObjectNode> parse(byte[] bytes, int from, int length) {
        try {
            JsonNode node = MAPPER.readTree(bytes, from, length);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns some members of the object some bytes consist of, in the order they are written; empty where they are none.
     * The others are passed over without making anything of them.
     */
    public static Optional<ObjectNode> parse(byte[] bytes, int from, int length, Set<String> wanted) {
        try (JsonParser parser = MAPPER.createParser(bytes, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            ObjectNode object = wideObject();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (wanted.contains(name)) {
                    object.set(name, value(parser));
                } else {
                    parser.skipChildren();
                }
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the value a parser stands at, and leaves it at its end. */
    public static JsonNode value(JsonParser parser) throws IOException {
        try {
            return TREE.readTree(parser);
        } catch (NumberFormatException tooLarge) {
            throw new StreamCorruptedException("a number nobody can hold");
        }
    }

    /** Returns an object without members that has room for those of an event. */
    public static ObjectNode wideObject() {
        return new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(ROOM));
    }

    /** Returns an object as UTF-8. */
    public static byte[] bytes(ObjectNode object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    /** Returns a text member, empty where there is none. */
    public static String text(JsonNode object, String name) {
        return object.path(name) instanceof TextNode text ? text.textValue() : "";
    }

    /** Returns a truth; what is no truth is false. */
    public static boolean flag(JsonNode object, String name) {
        return object.path(name) instanceof BooleanNode flag && flag.booleanValue();
    }

    /** Returns a whole number that may be written as text, as Google does with long ones. */
    public static Optional<Long> number(JsonNode object, String name) {
        JsonNode member = object.path(name);
        if (member.isIntegralNumber() && member.canConvertToLong()) {
            return Optional.of(member.longValue());
        }
        try {
            return member.isTextual() ? Optional.of(Long.parseLong(member.textValue())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the objects of a list member, without what is none. */
    public static List<ObjectNode> objects(JsonNode object, String name) {
        if (!(object.path(name) instanceof ArrayNode list)) {
            return List.of();
        }
        List<ObjectNode> objects = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            if (element instanceof ObjectNode one) {
                objects.add(one);
            }
        }
        return objects;
    }

    /** Returns the texts of a list member, without what is none. */
    public static List<String> texts(JsonNode object, String name) {
        if (!(object.path(name) instanceof ArrayNode list)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            if (element instanceof TextNode text) {
                texts.add(text.textValue());
            }
        }
        return texts;
    }

    /** Sets a text, or takes the member away where it is empty. */
    public static void put(ObjectNode object, String name, String text) {
        if (text.isEmpty()) {
            object.remove(name);
        } else {
            object.put(name, text);
        }
    }
}
