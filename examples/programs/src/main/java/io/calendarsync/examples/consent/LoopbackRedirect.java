package io.calendarsync.examples.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where a browser comes back to after consent: a free port of this machine, for as long as somebody waits. Thread-safe.
 */
public final class LoopbackRedirect implements AutoCloseable {

    private static final String PATH = "/callback";
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8"><title>CalendarSync</title>
            <p>That is all: you can close this window. The program says what came of it.
            """;

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(16);

    private LoopbackRedirect(HttpServer server) {
        this.server = server;
    }

    /** Begins to listen. */
    public static LoopbackRedirect open() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackRedirect redirect = new LoopbackRedirect(http);
        http.createContext(PATH, redirect::take);
        http.start();
        return redirect;
    }

    /** Returns the address to give to the provider. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /**
     * Waits for the browser.
     *
     * @return the decoded parameters it brought, absent if it did not come in time
     */
    public Optional<Map<String, String>> await(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Browsers ask for icons, too: only what bears an answer is one. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
            boolean answers = parameters.containsKey("state")
                    && (parameters.containsKey("code") || parameters.containsKey("error"));
            if (!answers) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = PAGE.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            // More than can be waited for is nobody's browser.
            this.answers.offer(parameters);
        }
    }

    private static Map<String, String> parameters(String rawQuery) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
