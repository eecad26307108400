package io.calendarsync.engine.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes members of a payload, leaving out what is the default, and puts back what an older reader did not know.
 * Confined to one thread.
 */
final class JsonOut {

    /** Writes the members of one object. */
    interface Body {
        void write() throws IOException;
    }

    /** Writes the members of one element. */
    interface ElementBody<T> {
        void write(T element) throws IOException;
    }

    private final JsonGenerator json;
    private UnknownMembers unknown;

    JsonOut(JsonGenerator json, UnknownMembers unknown) {
        this.json = json;
        this.unknown = unknown;
    }

    void document(Versions versions, Body body) throws IOException {
        json.writeStartObject();
        json.writeNumberField("w", versions.writer());
        json.writeNumberField("r", Math.max(versions.oldestReader(), unknown.oldestReader()));
        body.write();
        end();
    }

    void object(String name, Body body) throws IOException {
        json.writeObjectFieldStart(name);
        nested(unknown.in(name), body);
    }

    /** Writes a part that has a default, unless it is that and holds nothing a newer writer added. */
    void part(String name, Object value, Object usual, Body body) throws IOException {
        if (!value.equals(usual) || !unknown.in(name).isEmpty()) {
            object(name, body);
        }
    }

    void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeFieldName(name);
            string(value);
        }
    }

    void number(String name, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }

    /** Writes a number whose presence tells something, also where it is 0. */
    void always(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    void value(String name, Object value) throws IOException {
        text(name, value.toString());
    }

    void value(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    /** Writes a constant unless it is the usual one; one that was read as the fallback goes back as it came. */
    void constant(String name, Enum<?> value, @Nullable Enum<?> usual, Enum<?> fallback) throws IOException {
        String asRead = unknown.constant(name);
        if (asRead != null && value == fallback) {
            text(name, asRead);
        } else if (value != usual) {
            json.writeStringField(name, value.name());
        }
    }

    <T> void texts(String name, Collection<T> values, Function<T, String> form) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T value : values) {
            string(form.apply(value));
        }
        json.writeEndArray();
    }

    /** Writes a list of objects; the identity tells which element the unknown members of an element belong to. */
    <T> void list(String name, Collection<T> elements, Function<T, String> identity, ElementBody<T> body)
            throws IOException {
        if (elements.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        Map<String, Integer> occurrences = new HashMap<>();
        for (T element : elements) {
            UnknownMembers inside = UnknownMembers.none();
            if (!unknown.inside().isEmpty()) {
                String id = identity.apply(element);
                inside = unknown.in(UnknownMembers.elementKey(name, id, occurrences.merge(id, 1, Integer::sum)));
            }
            json.writeStartObject();
            nested(inside, () -> body.write(element));
        }
        json.writeEndArray();
    }

    private void nested(UnknownMembers inside, Body body) throws IOException {
        UnknownMembers outer = unknown;
        unknown = inside;
        body.write();
        end();
        unknown = outer;
    }

    private void end() throws IOException {
        for (Map.Entry<String, String> member : unknown.members().entrySet()) {
            json.writeFieldName(member.getKey());
            json.writeRawValue(member.getValue());
        }
        json.writeEndObject();
    }

    /** A lone surrogate has no UTF-8, but JSON can name it, so it survives as an escape (RFC 8259 section 8.2). */
    private void string(String value) throws IOException {
        if (isWellFormed(value)) {
            json.writeString(value);
        } else {
            json.writeRawValue(escaped(value));
        }
    }

    private static boolean isWellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(++i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String escaped(String value) {
        HexFormat hex = HexFormat.of();
        StringBuilder text = new StringBuilder(value.length() * 6 + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            text.append("\\u").append(hex.toHexDigits(value.charAt(i)));
        }
        return text.append('"').toString();
    }
}
