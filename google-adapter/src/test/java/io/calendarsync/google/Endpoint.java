package io.calendarsync.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.NotificationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A host's notification endpoint that keeps what comes until it is asked for. Thread-safe. */
public final class Endpoint implements AutoCloseable {

    private final HttpServer server;
    private final List<NotificationRequest> waiting = new ArrayList<>();

    /** Serves a free port of this machine. */
    public Endpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI address = exchange.getRequestURI();
            synchronized (waiting) {
                waiting.add(new NotificationRequest(
                        exchange.getRequestMethod(),
                        address.getRawPath(),
                        Objects.requireNonNullElse(address.getRawQuery(), ""),
                        exchange.getRequestHeaders(),
                        body));
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Returns where it is reached, without a query. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notifications");
    }

    /** Returns what came since this was last asked. */
    public List<NotificationRequest> take() {
        synchronized (waiting) {
            List<NotificationRequest> taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
