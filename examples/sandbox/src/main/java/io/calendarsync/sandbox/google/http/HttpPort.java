package io.calendarsync.sandbox.google.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of this machine's loopback interface on which requests are answered, each on a thread of its own. */
public final class HttpPort implements AutoCloseable {

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Exchange exchange;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HttpPort(HttpServer server, ExecutorService threads, Exchange exchange) {
        this.server = server;
        this.threads = threads;
        this.exchange = exchange;
    }

    /** Starts to listen; 0 is any free port. */
    public static HttpPort open(int port, Exchange exchange) {
        // Head and body go out in two writes. Without this, each answer waits 40 ms for the peer's delayed ACK.
        // The JDK's server has no other switch for it, and reads it when its first instance is made.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 512);
            AtomicInteger number = new AtomicInteger();
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread =
                        new Thread(task, "sandbox-" + server.getAddress().getPort() + "-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            HttpPort open = new HttpPort(server, threads, exchange);
            server.setExecutor(threads);
            server.createContext("/", open::serve);
            server.start();
            return open;
        } catch (IOException taken) {
            throw new UncheckedIOException("Cannot listen on port " + port, taken);
        }
    }

    /** Returns the address, with a slash at its end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            Request request;
            try {
                request = Reading.read(http);
            } catch (ApiException refusal) {
                Writing.whole(http, refusal.answer(), false);
                return;
            }
            Reply reply = exchange.answer(request);
            reply.answer().beforehand().run();
            switch (reply.delivery().kind()) {
                case WHOLE -> Writing.whole(http, reply.answer(), Writing.wantsGzip(request));
                case SLOWLY ->
                    Writing.slowly(http, reply.answer(), reply.delivery().millis());
                case LATE -> Writing.late(http, reply.answer(), reply.delivery().millis());
                case TRUNCATED -> Writing.truncated(http, reply.answer());
                case HALF -> Writing.half(http, reply.answer());
                case NOT_AT_ALL -> http.close();
            }
        }
    }

    /** Stops to listen and ends the threads; calling it again does nothing. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /**
     * An answer and how it travels.
     *
     * @param answer the answer
     * @param delivery how it travels
     */
    public record Reply(Answer answer, Delivery delivery) {}

    /** Turns requests into answers; it throws nothing. */
    @FunctionalInterface
    public interface Exchange {
        /**
         * Answers.
         *
         * @param request what came in
         * @return what goes out
         */
        Reply answer(Request request);
    }
}
