package io.calendarsync.google.internal.api;

import com.google.api.client.http.HttpTransport;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Sends the vendor's requests by the JDK's HTTP client. The vendor's own transports print the headers of requests, access
 * tokens included, where somebody turns logging up, cannot PATCH, and have no time-out for the whole of an exchange.
 * Thread-safe, but for what is sent ahead.
 */
public final class JdkTransport extends HttpTransport {

    private final HttpClient client;
    private final Duration total;
    private final Ahead ahead;

    /**
     * Creates one.
     *
     * @param client which follows no redirects
     * @param total how long an exchange may take, body included
     */
    public JdkTransport(HttpClient client, Duration total) {
        this(client, total, new Ahead());
    }

    private JdkTransport(HttpClient client, Duration total, Ahead ahead) {
        this.client = client;
        this.total = total;
        this.ahead = ahead;
    }

    /** Returns a transport over the same connections that may send a request ahead; confined to one thread. */
    JdkTransport forSession() {
        return new JdkTransport(client, total, new Ahead());
    }

    /** Returns a transport that only sends: this one takes the answer, when the same request is sent by it. */
    HttpTransport beginning() {
        return new BeginningTransport(this);
    }

    /** Lets go of a request that was sent ahead and whose answer nobody took. */
    void forget() {
        ahead.forget();
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected JdkRequest buildRequest(String method, String url) {
        return new JdkRequest(client, total, ahead, method, url);
    }
}
