package io.calendarsync.examples.verify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An endpoint that keeps what comes, to be looked at. Thread-safe. */
final class Receiver implements AutoCloseable {

    private static final int MOST_BODY = 10_000;
    private static final int MOST_KEPT = 1_000;

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MOST_KEPT);

    /** A message, as it came. */
    record Message(Headers headers, int bytes) {
        String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }

        long number() {
            String text = header("X-Goog-Message-Number");
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        }
    }

    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            int bytes = exchange.getRequestBody().readNBytes(MOST_BODY).length;
            messages.offer(new Message(exchange.getRequestHeaders(), bytes));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/verify-live");
    }

    /** Returns the next message, absent if none comes in time. */
    Optional<Message> next(Duration patience) {
        try {
            return Optional.ofNullable(messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
