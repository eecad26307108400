package io.calendarsync.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.AccessDenied;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds through a transport as a host would write one, over the HTTP client of the JDK. */
class HostTransportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Position START = new Position.Start(new SyncWindow(NOW, NOW.plusSeconds(1)));
    private static final byte[] FEED =
            ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20260302T090000Z\r\nSUMMARY:Zoë\r\nEND:VEVENT\r\n"
                            + "END:VCALENDAR\r\n")
                    .getBytes(StandardCharsets.UTF_8);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final FeedTransport transport = new ClientTransport();
    private HttpServer server;

    /** The least a host has to write, for hosts that know their feeds. */
    private static final class ClientTransport implements FeedTransport {

        private final HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        @Override
        public FeedResponse send(FeedRequest request) throws IOException {
            if (!request.address().getHost().equals("127.0.0.1")) {
                throw new Forbidden(request.address().getHost() + " is none of our feeds");
            }
            HttpRequest.Builder builder =
                    HttpRequest.newBuilder(request.address()).timeout(request.timeout());
            request.headers().forEach(builder::header);
            try {
                HttpResponse<InputStream> response =
                        client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
                return new FeedResponse(
                        response.statusCode(), response.headers().map(), response.body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            switch (path) {
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/feed?x=1");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/away" -> {
                    exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/short" -> {
                    exchange.sendResponseHeaders(200, FEED.length + 100);
                    exchange.getResponseBody().write(FEED);
                }
                default -> {
                    if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                        exchange.sendResponseHeaders(304, -1);
                        return;
                    }
                    byte[] body = gzip();
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(FEED);
        }
        return out.toByteArray();
    }

    private ProviderSession open(String path) {
        return open(path, FeedLimits.defaults());
    }

    private ProviderSession open(String path, FeedLimits limits) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return IcsFeedProvider.builder()
                .transport(transport)
                .limits(limits)
                .build()
                .open(new SessionContext(
                        new ConnectionId("c"), new Credential.Feed(address, ZoneOffset.UTC), () -> NOW));
    }

    @Test
    void a_feed_is_fetched_decoded_and_known_again() {
        ChangePage first = open("/feed").changes("feed", START);
        ChangePage second = open("/feed").changes("feed", first.next());

        Event event = ((RemoteChange.Present) first.changes().get(0)).event();
        assertThat(event.details().title()).isEqualTo("Zoë");
        assertThat(second.changes()).isEmpty();
        assertThat(asked).containsExactly("/feed null", "/feed \"v1\"");
    }

    @Test
    void redirects_are_followed_one_request_each() {
        assertThat(open("/moved").changes("feed", START).changes()).hasSize(1);
        assertThat(asked).containsExactly("/moved null", "/feed null");
    }

    @Test
    void what_the_transport_forbids_is_denied_also_where_a_redirect_leads() {
        assertThatThrownBy(() -> open("/away").changes("feed", START))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("none of our feeds");
    }

    @Test
    void a_body_cut_short_and_a_server_that_is_gone_are_trouble_for_now() {
        assertThatThrownBy(() -> open("/short").changes("feed", START)).isInstanceOf(ProviderUnavailable.class);
        ProviderSession session = open("/feed");
        server.stop(0);
        assertThatThrownBy(() -> session.changes("feed", START)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void limits_hold_whoever_carries_the_bytes() {
        assertThatThrownBy(() -> open("/feed", FeedLimits.defaults().withBytes(10_000, 20))
                        .changes("feed", START))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> open("/feed", FeedLimits.defaults().withBytes(20, 10_000))
                        .changes("feed", START))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void neither_request_nor_response_shows_the_address_or_its_secrets() {
        FeedRequest request = new FeedRequest(
                URI.create("https://example.com/s3cret"),
                Map.of("Authorization", "Basic s3cret"),
                Duration.ofSeconds(1));

        assertThat(request.toString()).doesNotContain("s3cret");
        assertThat(new FeedResponse(200, Map.of("Set-Cookie", List.of("s3cret")), InputStream.nullInputStream())
                        .toString())
                .doesNotContain("s3cret");
    }
}
