package io.calendarsync.benchmarks.feed;

import com.sun.net.httpserver.HttpServer;
import io.calendarsync.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Serves a feed on this machine, always with 200 and without validators, as many publishers do. */
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private volatile byte[] body;

    private FeedServer(HttpServer server, byte[] body) {
        this.server = server;
        this.body = body;
    }

    static FeedServer start(byte[] body) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            FeedServer server = new FeedServer(http, body);
            http.createContext("/large.ics", exchange -> {
                byte[] answer = server.body;
                exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            http.start();
            return server;
        } catch (IOException fault) {
            throw new BenchmarkFailure("no feed can be served on this machine", fault);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/large.ics");
    }

    void serve(byte[] other) {
        body = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
