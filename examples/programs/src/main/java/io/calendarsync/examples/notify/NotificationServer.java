package io.calendarsync.examples.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.Notifications;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A host's endpoint for notifications on the JDK's own HTTP server. It listens on this machine alone: what providers reach
 * is a proxy in front of it, which speaks TLS and passes on path, query and headers. Thread-safe.
 */
public final class NotificationServer implements AutoCloseable {

    private static final String PATH = "/notifications";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private NotificationServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes a port; who calls there waits until {@link #serve}.
     *
     * @param port 0 for any free one
     * @throws IOException if it is taken
     */
    public static NotificationServer bind(int port) throws IOException {
        return new NotificationServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    /** Returns where it is on this machine. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** Hands over what comes from now on. */
    public void serve(Notifications notifications) {
        server.createContext(PATH, exchange -> receive(exchange, notifications));
        server.setExecutor(threads);
        server.start();
    }

    private static void receive(HttpExchange exchange, Notifications notifications) throws IOException {
        try (exchange) {
            // A byte more than is looked at: the library says that it is too much, and nobody has to hold the rest.
            byte[] body = exchange.getRequestBody().readNBytes(NotificationRequest.MAX_BODY + 1);
            URI address = exchange.getRequestURI();
            NotificationRequest request = new NotificationRequest(
                    exchange.getRequestMethod(),
                    address.getRawPath(),
                    Objects.requireNonNullElse(address.getRawQuery(), ""),
                    exchange.getRequestHeaders(),
                    body);
            answer(exchange, replyTo(request, notifications));
        }
    }

    /** What went wrong in here is nothing a stranger should read. */
    private static NotificationReply replyTo(NotificationRequest request, Notifications notifications) {
        try {
            return notifications.handle(request);
        } catch (RuntimeException e) {
            return NotificationReply.empty(500);
        }
    }

    private static void answer(HttpExchange exchange, NotificationReply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
