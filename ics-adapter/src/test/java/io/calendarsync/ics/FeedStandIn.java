package io.calendarsync.ics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.testkit.provider.ProviderUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A feed on a server of its own that can be edited, as calendar programs publish them. It loses no pages: a session holds
 * the body it is reading.
 */
final class FeedStandIn implements ProviderUnderTest.Unshares, ProviderUnderTest.HoldsUnreadable {

    private static final String SECRET = "s3cr3t-of-the-feed";

    private final HttpServer server;
    private final CalendarProvider provider;
    private final SessionContext context;
    private final Map<String, String> components = new LinkedHashMap<>();
    private int next;
    private Optional<Duration> retryAfter = Optional.empty();
    private long requests;
    private long version;
    private boolean shared = true;

    FeedStandIn(int pageSize) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        provider = IcsFeedProvider.builder()
                .addressPolicy(AddressPolicy.publicOnly().orHosts(Set.of("127.0.0.1")))
                .pageSize(pageSize)
                .build();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET + "/feed.ics");
        context = new SessionContext(
                new ConnectionId("contract"),
                new Credential.Feed(address, ZoneOffset.UTC),
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        requests++;
        String etag = "\"" + version + "\"";
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (next != 0) {
                retryAfter.ifPresent(
                        pause -> exchange.getResponseHeaders().set("Retry-After", Long.toString(pause.toSeconds())));
                exchange.sendResponseHeaders(next, -1);
                next = 0;
            } else if (!shared) {
                exchange.sendResponseHeaders(404, -1);
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = feed().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("ETag", etag);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private String feed() {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-VERSION:" + version + "\r\n" + String.join("", components.values())
                + "END:VCALENDAR\r\n";
    }

    @Override
    public CalendarProvider provider() {
        return provider;
    }

    @Override
    public SessionContext context() {
        return context;
    }

    @Override
    public String calendar() {
        return "feed";
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SECRET);
    }

    @Override
    public synchronized String put(Event event) {
        version++;
        String id = event.shape() instanceof EventShape.Override override
                ? override.seriesId() + "#" + WrittenEvent.utc(override.recurrenceId())
                : event.uid();
        components.put(id, WrittenEvent.of(event));
        return id;
    }

    @Override
    public synchronized void remove(String eventId) {
        version++;
        components.keySet().removeIf(id -> id.equals(eventId) || id.startsWith(eventId + "#"));
    }

    @Override
    public synchronized void failNext(int status, Optional<Duration> pause) {
        next = status;
        retryAfter = pause;
    }

    @Override
    public synchronized long requests() {
        return requests;
    }

    @Override
    public synchronized void unshare() {
        shared = false;
    }

    @Override
    public synchronized String putUnreadable() {
        version++;
        components.put("odd", "BEGIN:VEVENT\r\nUID:odd\r\nDTSTART:whenever\r\nRRULE:sometimes\r\nEND:VEVENT\r\n");
        return "odd";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
