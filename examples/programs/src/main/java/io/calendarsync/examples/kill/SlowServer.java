package io.calendarsync.examples.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Serves a feed on this machine in many small pieces with pauses between. */
final class SlowServer implements AutoCloseable {

    private static final int PIECES = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration pause;
    private volatile byte[] body = new byte[0];

    private SlowServer(HttpServer server, Duration pause) {
        this.server = server;
        this.pause = pause;
    }

    /**
     * Starts one.
     *
     * @param inAll about how long an answer takes
     */
    static SlowServer start(Duration inAll) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SlowServer server = new SlowServer(http, inAll.dividedBy(PIECES));
        http.createContext("/feed.ics", server::answer);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.ics");
    }

    void serve(byte[] bytes) {
        body = bytes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = body;
        try (exchange;
                OutputStream out = headed(exchange, bytes.length)) {
            int piece = bytes.length / PIECES + 1;
            for (int from = 0; from < bytes.length; from += piece) {
                out.write(bytes, from, Math.min(piece, bytes.length - from));
                out.flush();
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private static OutputStream headed(HttpExchange exchange, int length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
