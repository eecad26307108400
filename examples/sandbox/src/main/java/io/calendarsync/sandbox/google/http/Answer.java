package io.calendarsync.sandbox.google.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back. The body is in pieces, so that a page of stored events is sent without being copied together.
 *
 * @param status the status
 * @param headers the headers, one value each
 * @param body the pieces of the body, one after the other; their bytes are shared and never written to
 * @param beforehand what is done before a byte is sent, outside of every lock
 */
public record Answer(int status, Map<String, String> headers, List<byte[]> body, Runnable beforehand) {

    private static final Runnable NOTHING = () -> {};

    /** Copies the lists, not the bytes. */
    public Answer {
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
    }

    /** Returns an answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), List.of(), NOTHING);
    }

    /** Returns JSON. */
    public static Answer json(int status, JsonNode node) {
        return json(status, List.of(Json.bytes(node)));
    }

    /** Returns JSON that is already bytes. */
    public static Answer json(int status, List<byte[]> pieces) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), pieces, NOTHING);
    }

    /** Returns a page for people. */
    public static Answer html(int status, String page) {
        return new Answer(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), List.of(page.getBytes(UTF_8)), NOTHING);
    }

    /** Returns a redirect. */
    public static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    /** Returns the same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, beforehand);
    }

    /** Returns the same, to be sent after something was done. */
    public Answer after(Runnable first) {
        return new Answer(status, headers, body, first);
    }

    /** Returns the same with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, headers, List.of(other), beforehand);
    }

    /** Returns the body in one piece. */
    byte[] joined() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) length());
        body.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** Returns how many bytes the body has. */
    public long length() {
        long sum = 0;
        for (byte[] piece : body) {
            sum += piece.length;
        }
        return sum;
    }
}
