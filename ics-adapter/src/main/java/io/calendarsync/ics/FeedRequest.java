package io.calendarsync.ics;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A GET to be sent.
 *
 * @param address {@code http} or {@code https}, host in ASCII, path and query percent-encoded, without user or fragment;
 *     secret
 * @param headers header fields to send, by name: among them User-Agent, Accept-Encoding, validators, and Authorization
 *     where the owner's address has a user
 * @param timeout how long everything may take until the last byte of the body
 * @since 0.1
 */
public record FeedRequest(URI address, Map<String, String> headers, Duration timeout) {

    /**
     * Copies the fields.
     *
     * @param address secret
     * @param headers header fields to send, by name
     * @param timeout how long everything may take until the last byte of the body
     */
    public FeedRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "FeedRequest[address=(redacted), timeout=" + timeout + "]";
    }
}
