package io.calendarsync;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a fault arose, for logs and support tickets; holds no secret and no address of a feed.
 *
 * @param provider the provider's id, empty where none was involved
 * @param connection the connection's id, empty where unknown
 * @param httpStatus the HTTP status, 0 where there was none
 * @param requestId the provider's own id of the request, empty where it gave none
 * @param retryAfter how long the provider asked us to wait
 * @since 0.1
 */
public record FaultSource(
        String provider, String connection, int httpStatus, String requestId, Optional<Duration> retryAfter) {

    /** {@return a source about which nothing is known} */
    public static FaultSource unknown() {
        return new FaultSource("", "", 0, "", Optional.empty());
    }

    /**
     * {@return a source of which only the provider is known}
     *
     * @param provider the id the host registered it under
     */
    public static FaultSource of(String provider) {
        return new FaultSource(provider, "", 0, "", Optional.empty());
    }

    /**
     * {@return this source with the status the provider answered}
     *
     * @param status an HTTP status, 100 to 599
     */
    public FaultSource status(int status) {
        return new FaultSource(provider, connection, status, requestId, retryAfter);
    }

    /**
     * {@return this source with the connection that was served}
     *
     * @param id the library's id of the connection
     */
    public FaultSource connection(String id) {
        return new FaultSource(provider, id, httpStatus, requestId, retryAfter);
    }

    /**
     * {@return this source with the provider's id of the request}
     *
     * @param id as the provider gave it, for a question to its support
     */
    public FaultSource requestId(String id) {
        return new FaultSource(provider, connection, httpStatus, id, retryAfter);
    }

    /**
     * {@return this source with the pause the provider asked for}
     *
     * @param pause zero or more
     */
    public FaultSource retryAfter(Duration pause) {
        return new FaultSource(provider, connection, httpStatus, requestId, Optional.of(pause));
    }

    String suffix() {
        StringBuilder text = new StringBuilder();
        append(text, "provider", provider);
        append(text, "connection", connection);
        append(text, "status", httpStatus == 0 ? "" : Integer.toString(httpStatus));
        append(text, "request", requestId);
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value);
        }
    }
}
