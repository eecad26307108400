package io.calendarsync.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Where push messages arrive. It answers as it is told, otherwise with 204. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Headers> received = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            int status;
            synchronized (received) {
                received.add(exchange.getRequestHeaders());
                status = answers.isEmpty() ? 204 : answers.poll();
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/push";
    }

    void answer(Integer... statuses) {
        synchronized (received) {
            answers.addAll(Arrays.asList(statuses));
        }
    }

    List<Headers> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    List<String> states() {
        return received().stream()
                .map(headers -> headers.getFirst("X-Goog-Channel-ID") + " " + headers.getFirst("X-Goog-Resource-State"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
