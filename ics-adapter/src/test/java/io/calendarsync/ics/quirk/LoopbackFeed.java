package io.calendarsync.ics.quirk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.calendarsync.EventChange;
import io.calendarsync.Subscriber;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.IcsFeedProvider;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.OwnerId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.SyncLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A server on this machine that answers every request with what a test wants read, and readers of it. */
final class LoopbackFeed implements AutoCloseable {

    /** The zone the host gives for floating times; one that no feed here names. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Position START = new Position.Start(new SyncWindow(NOW, NOW.plusSeconds(1)));
    static final String SECRET = "s3cret-path";

    private final HttpServer server;
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private final SyncLab lab = new SyncLab();
    private UnaryOperator<IcsFeedProvider.Builder> settings = builder -> builder;
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile Map<String, String> headers = Map.of();

    LoopbackFeed() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestHeaders());
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, status == 304 || body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Serves a calendar of these lines. */
    LoopbackFeed calendar(String... lines) {
        return bytes(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Serves one event of these lines; a UID and a start are added where they have none. */
    LoopbackFeed event(String... lines) {
        return calendar(vevent(lines));
    }

    LoopbackFeed bytes(byte[] bytes) {
        this.body = bytes;
        return this;
    }

    LoopbackFeed status(int code) {
        this.status = code;
        return this;
    }

    LoopbackFeed headers(Map<String, String> fields) {
        this.headers = fields;
        return this;
    }

    LoopbackFeed with(UnaryOperator<IcsFeedProvider.Builder> more) {
        this.settings = more;
        return this;
    }

    static String vevent(String... lines) {
        String all = String.join("\r\n", lines);
        String uid = all.contains("UID:") ? "" : "UID:u\r\n";
        String start = all.contains("DTSTART") ? "" : "DTSTART:20260302T090000Z\r\n";
        return "BEGIN:VEVENT\r\n" + uid + start + all + "\r\nEND:VEVENT";
    }

    /** Returns a VTIMEZONE with one offset for winter and one for summer, as Exchange writes them. */
    static String vtimezone(String tzid, String winter, String summer) {
        return String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:" + tzid,
                "BEGIN:STANDARD",
                "DTSTART:16010101T030000",
                "TZOFFSETFROM:" + summer,
                "TZOFFSETTO:" + winter,
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:16010101T020000",
                "TZOFFSETFROM:" + winter,
                "TZOFFSETTO:" + summer,
                "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
                "END:DAYLIGHT",
                "END:VTIMEZONE");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET + "/feed.ics");
    }

    List<Headers> requests() {
        return requests;
    }

    IcsFeedProvider provider() {
        return settings.apply(IcsFeedProvider.builder()
                        .addressPolicy(AddressPolicy.publicOnly().orHosts(Set.of("127.0.0.1"))))
                .build();
    }

    ProviderSession open() {
        return open(address());
    }

    ProviderSession open(URI address) {
        return provider()
                .open(new SessionContext(new ConnectionId("c"), new Credential.Feed(address, TOKYO), () -> NOW));
    }

    ChangePage firstPage() {
        try (ProviderSession session = open()) {
            return session.changes("feed", START);
        }
    }

    /** Reads the feed through the provider. */
    List<Event> read() {
        return firstPage().changes().stream()
                .map(change -> ((RemoteChange.Present) change).event())
                .toList();
    }

    /** Reads a feed of one event. */
    Event readOne() {
        List<Event> events = read();
        if (events.size() != 1) {
            throw new AssertionError("one event, not " + events.size());
        }
        return events.get(0);
    }

    static List<Degradation.Reason> reasons(Event event) {
        return event.degradations().stream().map(Degradation::reason).toList();
    }

    static ZoneId zone(Event event) {
        return ((EventTime.Timed) event.time()).zone();
    }

    SyncLab lab() {
        return lab;
    }

    /** Connects the feed to an engine, which reads it once. */
    CalendarId sync() {
        lab.with(builder -> builder.provider(provider()).pollEvery(Duration.ofHours(1)))
                .subscribe("host", Subscriber.Beginning.FROM_NOW);
        CalendarId calendar = lab.sync()
                .connections()
                .connectFeed(new OwnerId("o"), address(), TOKYO)
                .calendars()
                .get(0)
                .id();
        lab.settle();
        lab.take("host");
        return calendar;
    }

    /** Lets the engine poll once, and returns the changes it tells. */
    List<EventChange> poll() {
        lab.advance(Duration.ofMinutes(70));
        List<EventChange> changes = new ArrayList<>();
        lab.take("host").forEach(told -> {
            if (told instanceof EventChange change) {
                changes.add(change);
            }
        });
        return changes;
    }

    List<Event> stored(CalendarId calendar) {
        return lab.sync().agenda().events(calendar, Optional.empty(), 1000).items();
    }

    @Override
    public void close() {
        lab.close();
        server.stop(0);
    }
}
