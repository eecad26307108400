package io.calendarsync.benchmarks.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.CalendarSync;
import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Where pushes arrive, as a host would take them. Thread-safe. */
final class PushDoor implements AutoCloseable {

    private final HttpServer server;
    private final CompletableFuture<CalendarSync> sync = new CompletableFuture<>();
    private final AtomicLong rang = new AtomicLong();

    private PushDoor(HttpServer server) {
        this.server = server;
    }

    static PushDoor open() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            PushDoor door = new PushDoor(http);
            http.createContext("/notifications", door::take);
            http.start();
            return door;
        } catch (IOException fault) {
            throw new BenchmarkFailure("no push can be received on this machine", fault);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        rang.compareAndSet(0, System.nanoTime());
        try (exchange) {
            NotificationReply reply = sync.join()
                    .notifications()
                    .handle(new NotificationRequest(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getRawPath(),
                            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notifications");
    }

    void ringsAt(CalendarSync ours) {
        sync.complete(ours);
    }

    void forget() {
        rang.set(0);
    }

    /** Returns when a push arrived first since {@link #forget}. */
    long rang() {
        long at = rang.get();
        if (at == 0) {
            throw new BenchmarkFailure("a change was found without a push");
        }
        return at;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
