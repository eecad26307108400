package io.calendarsync.sandbox.google.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came in, decoded: the method after an override, the body after gzip.
 *
 * @param method the method meant
 * @param rawPath the path as it was written
 * @param path the segments of the path, each percent-decoded
 * @param query the parameters of the query
 * @param headers the headers, by their name in lower case
 * @param body the body
 */
public record Request(
        String method, String rawPath, List<String> path, Query query, Map<String, String> headers, byte[] body) {

    /** Returns a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the JSON object in the body. */
    public ObjectNode json() {
        return Json.theirs(body);
    }

    /** Returns the form in the body. */
    public Query form() {
        return Query.parse(new String(body, UTF_8));
    }

    /** Leaves out what may be secret: the query, the headers, the body. */
    @Override
    public String toString() {
        return "Request[" + method + " " + rawPath + "]";
    }
}
