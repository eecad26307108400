package io.calendarsync;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request that reached the host's notification endpoint, in no framework's terms.
 *
 * @param method such as {@code POST}
 * @param path the path, still encoded
 * @param rawQuery the query without its question mark, still encoded, empty where there is none
 * @param headers by name, in any case
 * @param body at most 1 MB
 * @since 0.1
 */
public record NotificationRequest(
        String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    /** Most bytes of body that are looked at. */
    public static final int MAX_BODY = 1_000_000;

    /**
     * Copies the headers and folds their case; the body is shared, not copied.
     *
     * @param method such as {@code POST}
     * @param path the path, still encoded
     * @param rawQuery the query without its question mark, still encoded, empty where there is none
     * @param headers by name, in any case
     * @param body at most 1 MB
     */
    public NotificationRequest {
        Map<String, List<String>> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> folded.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(folded);
    }

    /**
     * {@return the first value of a header, empty where it is missing}
     *
     * @param name in any case
     */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Names the request without its headers and body. */
    @Override
    public String toString() {
        return "NotificationRequest[" + method + " " + path + ", bytes=" + body.length + "]";
    }
}
