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

/** A host's notification endpoint that keeps what comes. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<NotificationRequest> received = new ArrayList<>();

    Receiver() {
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
            synchronized (received) {
                received.add(new NotificationRequest(
                        exchange.getRequestMethod(),
                        address.getRawPath(),
                        Objects.requireNonNullElse(address.getRawQuery(), ""),
                        exchange.getRequestHeaders(),
                        body));
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notifications?provider=google");
    }

    List<NotificationRequest> take() {
        synchronized (received) {
            List<NotificationRequest> taken = List.copyOf(received);
            received.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
