package io.calendarsync.ics;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * What answered a {@link FeedRequest}. Confined to one thread.
 *
 * @param status of HTTP, three digits
 * @param headers header fields by name, in any case, each with its values in the order they came
 * @param body as sent, without its transfer coding; read only where the status is 200; closing it lets go of the
 *     connection
 * @since 0.1
 */
public record FeedResponse(int status, Map<String, List<String>> headers, InputStream body) implements Closeable {

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public String toString() {
        return "FeedResponse[" + status + "]";
    }
}
