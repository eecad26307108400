package io.calendarsync.engine.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members of a payload and keeps those nobody asks for. Confined to one thread. */
final class JsonIn {

    /** Reads the members of one object up to its end. */
    interface Body<T> {
        T read(JsonIn in) throws IOException;
    }

    /** What was not known in the object being read. */
    private static final class Scope {
        private final Map<String, String> members = new LinkedHashMap<>();
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final Map<String, UnknownMembers> inside = new LinkedHashMap<>();

        private UnknownMembers close(int oldestReader) {
            return members.isEmpty() && constants.isEmpty() && inside.isEmpty()
                    ? UnknownMembers.none()
                    : new UnknownMembers(oldestReader, members, constants, inside);
        }
    }

    private final JsonParser json;
    private final byte[] source;
    private Scope scope = new Scope();

    JsonIn(JsonParser json, byte[] source) {
        this.json = json;
        this.source = source;
    }

    /** Reads the versions, which stand first so that nothing a newer writer means otherwise is looked at. */
    Versions begin() throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        return new Versions(header("w"), header("r"));
    }

    UnknownMembers finish(Versions written) throws IOException {
        if (json.nextToken() != null) {
            throw new UnreadablePayload("payload goes on after its end");
        }
        return scope.close(written.oldestReader());
    }

    private int header(String name) throws IOException {
        if (!name.equals(json.nextFieldName())) {
            throw new UnreadablePayload("payload does not begin with its versions");
        }
        expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
        return json.getIntValue();
    }

    /** Returns the next member's name and moves to its value; null at the end of the object. */
    @Nullable
    String member() throws IOException {
        String name = json.nextFieldName();
        if (name == null) {
            expect(json.currentToken(), JsonToken.END_OBJECT);
            return null;
        }
        json.nextToken();
        return name;
    }

    String text() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getText();
    }

    long number() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    boolean flag() throws IOException {
        return json.getBooleanValue();
    }

    /** Returns the constant, or the fallback where it is one this build does not know. */
    <E extends Enum<E>> E constant(String name, E fallback) throws IOException {
        String text = text();
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        scope.constants.put(name, text);
        return fallback;
    }

    <T> List<T> texts(Function<String, T> form) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<T> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(form.apply(text()));
        }
        return values;
    }

    <T> T object(String name, Body<T> body) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        Scope outer = scope;
        scope = new Scope();
        T value = body.read(this);
        keep(outer, name, scope);
        scope = outer;
        return value;
    }

    <T> List<T> list(String name, Function<T, String> identity, Body<T> body) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<T> elements = new ArrayList<>();
        Map<String, Integer> occurrences = new HashMap<>();
        Scope outer = scope;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            scope = new Scope();
            T element = body.read(this);
            elements.add(element);
            String id = identity.apply(element);
            keep(outer, UnknownMembers.elementKey(name, id, occurrences.merge(id, 1, Integer::sum)), scope);
        }
        scope = outer;
        return elements;
    }

    private static void keep(Scope outer, String key, Scope inner) {
        UnknownMembers unknown = inner.close(0);
        if (!unknown.isEmpty()) {
            outer.inside.put(key, unknown);
        }
    }

    /** Keeps the value of a member nobody knows, byte for byte; a derived one is dropped. */
    void unknown(String name) throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int to = (int) json.currentLocation().getByteOffset();
        if (!UnknownMembers.isDerived(name)) {
            scope.members.put(name, new String(source, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private static void expect(@Nullable JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new UnreadablePayload("payload has " + found + " where " + expected + " belongs");
        }
    }
}
