package io.calendarsync.google.internal.api;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Sends the vendor's requests by the JDK's HTTP client. The vendor's own transports print the headers of requests, access
 * tokens included, where somebody turns logging up, cannot PATCH, and have no time-out for the whole of an exchange.
 * Thread-safe.
 */
public final class JdkTransport extends HttpTransport {

    private final HttpClient client;
    private final Duration total;

    /**
     * Creates one.
     *
     * @param client which follows no redirects
     * @param total how long an exchange may take, body included
     */
    public JdkTransport(HttpClient client, Duration total) {
        this.client = client;
        this.total = total;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new JdkRequest(client, total, method, url);
    }
}
