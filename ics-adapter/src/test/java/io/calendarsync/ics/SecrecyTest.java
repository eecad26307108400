package io.calendarsync.ics;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The address of a feed is its secret: whatever happens, it appears in no fault and in no log. */
class SecrecyTest {

    private static final String CANARY = "c4n4ry";
    private static final Position START =
            new Position.Start(new SyncWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static WireMockServer server;

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final AppenderBase<ILoggingEvent> slf4j = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private final Handler jul = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringWriter text = new StringWriter();
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            logged.add(entry.getLoggerName() + " " + entry.getMessage() + " " + Arrays.toString(entry.getParameters())
                    + text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void start() {
        server = new WireMockServer(
                wireMockConfig().bindAddress("127.0.0.1").dynamicPort().gzipDisabled(true));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    /** The stand-in server logs what it is asked for, and is not the one on trial. */
    @BeforeEach
    void listen() {
        server.resetAll();
        slf4j.start();
        ROOT.addAppender(slf4j);
        ROOT.setLevel(Level.ALL);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(java.util.logging.Level.ALL);
        root.addHandler(jul);
        for (String other : List.of("wiremock", "org.eclipse.jetty", "com.github.tomakehurst")) {
            ((Logger) LoggerFactory.getLogger(other)).setLevel(Level.OFF);
        }
    }

    @AfterEach
    void listenNoMore() {
        ROOT.detachAppender(slf4j);
        ROOT.setLevel(Level.WARN);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        root.removeHandler(jul);
        root.setLevel(java.util.logging.Level.INFO);
    }

    static Stream<ResponseDefinitionBuilder> answers() {
        Stream<ResponseDefinitionBuilder> statuses = Stream.of(
                        204, 206, 302, 304, 401, 403, 404, 410, 429, 500, 502, 503)
                .map(status -> aResponse().withStatus(status));
        Stream<ResponseDefinitionBuilder> faults =
                Stream.of(Fault.values()).map(fault -> aResponse().withFault(fault));
        Stream<ResponseDefinitionBuilder> redirects = Stream.of(
                        "/" + CANARY,
                        "http://127.0.0.1:1/" + CANARY,
                        "https://127.0.0.1:" + server.port() + "/" + CANARY,
                        "ftp://127.0.0.1/" + CANARY,
                        "http://[" + CANARY,
                        "http://" + CANARY + ".invalid:99999/")
                .map(location -> aResponse().withStatus(302).withHeader("Location", location));
        Stream<ResponseDefinitionBuilder> bodies = Stream.of(
                ok(""),
                ok("<html>" + CANARY),
                ok("BEGIN:VCALENDAR\r\nX:" + CANARY),
                ok("x".repeat(2_000)),
                ok("BEGIN:VCALENDAR\r\nSUMMARY:\u00e9\r\nEND:VCALENDAR").withHeader("Content-Type", "text/" + CANARY),
                ok("broken").withHeader("Content-Encoding", "gzip"),
                ok("broken").withHeader("Content-Encoding", CANARY));
        return Stream.of(statuses, faults, redirects, bodies).flatMap(stream -> stream);
    }

    private static ProviderSession open(URI address) {
        IcsFeedProvider provider = IcsFeedProvider.builder()
                .addressPolicy(AddressPolicy.everywhere())
                .limits(FeedLimits.defaults().withBytes(1_000, 1_000))
                .timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2))
                .build();
        return provider.open(new SessionContext(
                new ConnectionId("c1"), new Credential.Feed(address, ZoneOffset.UTC), InstantSource.system()));
    }

    private void assertSilent(URI address) {
        String told;
        try (ProviderSession session = open(address)) {
            told = session + session.account().label() + session.changes("feed", START);
        } catch (CalendarSyncException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            told = text + e.source().toString();
        }
        assertThat(told).doesNotContainIgnoringCase(CANARY);
        assertThat(logged).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(CANARY));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatever_a_server_answers_the_address_is_not_shown(ResponseDefinitionBuilder answer) {
        server.stubFor(get(anyUrl()).willReturn(answer));

        assertSilent(URI.create("http://user-" + CANARY + ":pass-" + CANARY + "@127.0.0.1:" + server.port() + "/"
                + CANARY + "/feed.ics?key=" + CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/c4n4ry",
                "https://127.0.0.1:1/c4n4ry?c4n4ry",
                "http://127.0.0.1:99999/c4n4ry",
                "http://user:c4n4ry@/c4n4ry",
                "http:///c4n4ry",
                "ftp://127.0.0.1/c4n4ry",
                "c4n4ry",
                "file:///c4n4ry"
            })
    void whatever_is_wrong_with_an_address_it_is_not_shown(String address) {
        assertSilent(URI.create(address));
    }

    /** Without this, the silence above could be that of a listener nobody connected. */
    @Test
    void the_listeners_do_hear() {
        LoggerFactory.getLogger("test").trace("heard {}", CANARY);
        java.util.logging.Logger.getLogger("test").log(java.util.logging.Level.FINEST, "heard too {0}", CANARY);

        assertThat(logged).filteredOn(line -> line.contains(CANARY)).hasSize(2);
    }
}
