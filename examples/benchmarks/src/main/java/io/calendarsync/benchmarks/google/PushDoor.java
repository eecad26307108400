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
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where pushes arrive, as a host would take them. It may do what is due at once, beside the threads that look for it every
 * second. Thread-safe.
 */
final class PushDoor implements AutoCloseable {

    /** The pull, the announcement and the delivery, and some to spare. */
    private static final int JOBS = 10;

    private final HttpServer server;
    private final CompletableFuture<CalendarSync> sync = new CompletableFuture<>();
    private final AtomicLong rang = new AtomicLong();
    private final boolean atOnce;

    private PushDoor(HttpServer server, boolean atOnce) {
        this.server = server;
        this.atOnce = atOnce;
    }

    static PushDoor open(boolean atOnce) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            PushDoor door = new PushDoor(http, atOnce);
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
        if (atOnce) {
            sync.join().work().runDue(JOBS);
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
    OptionalLong rang() {
        long at = rang.get();
        return at == 0 ? OptionalLong.empty() : OptionalLong.of(at);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
