package io.calendarsync.ics;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.calendarsync.AccessDenied;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A feed that was fine goes bad. Whatever it turns into, the outcome is a fault of a known kind or the whole feed, and
 * never a page that says less than there is.
 */
class BadFeedTest {

    private static final Position START =
            new Position.Start(new SyncWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));

    private static final String FEED = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T090000Z\r\nSUMMARY:Café\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261202T090000Z\r\nSUMMARY:Büro\r\nEND:VEVENT\r\n"
            + "END:VCALENDAR\r\n";

    private static WireMockServer server;

    private Position cursor = START;

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

    @BeforeEach
    void readOnce() {
        become(ok(FEED).withHeader("ETag", "\"1\""));
        ChangePage page = read();
        assertThat(page.changes()).hasSize(2);
        cursor = page.next();
    }

    private static void become(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(get(anyUrl()).willReturn(answer));
    }

    private ChangePage read() {
        IcsFeedProvider provider = IcsFeedProvider.builder()
                .addressPolicy(AddressPolicy.publicOnly().orHosts(Set.of("127.0.0.1")))
                .timeouts(Duration.ofSeconds(1), Duration.ofSeconds(3))
                .build();
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/feed.ics");
        return provider.open(new SessionContext(
                        new ConnectionId("c1"), new Credential.Feed(address, ZoneOffset.UTC), InstantSource.system()))
                .changes("feed", cursor);
    }

    private <T extends CalendarSyncException> T fault(Class<T> type) {
        T fault = catchThrowableOfType(type, this::read);
        assertThat(fault).isNotNull();
        return fault;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><head><title>Sign in</title></head></html>",
                "\r\n  <html><body>BEGIN:VCALENDAR END:VCALENDAR</body></html>",
                "<?xml version=\"1.0\"?><error/>",
            })
    void a_page_of_html_says_so(String page) {
        become(ok(page).withHeader("Content-Type", "text/calendar"));

        assertThat(fault(ProviderUnavailable.class)).hasMessageContaining("HTML");
    }

    @Test
    void nothing_at_all_is_a_failure() {
        become(ok(""));

        assertThat(fault(ProviderUnavailable.class)).hasMessageContaining("empty");
    }

    @Test
    void half_a_feed_is_a_failure_wherever_it_was_cut() {
        for (int length = 1; length < FEED.length() - 2; length += 7) {
            become(ok(FEED.substring(0, length)));

            fault(ProviderUnavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_connection_that_breaks_is_a_failure(Fault broken) {
        become(aResponse().withFault(broken).withBody(FEED));

        fault(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.2/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.2]/",
                "http://2130706434/",
                "http://localhost/",
                "https://10.0.0.1/feed.ics"
            })
    void a_redirect_to_the_inside_is_denied(String inside) {
        become(aResponse().withStatus(302).withHeader("Location", inside));

        fault(AccessDenied.class);
    }

    @Test
    void a_gzip_bomb_is_refused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.US_ASCII));
            gzip.write(new byte[100_000_000]);
        }
        become(aResponse().withBody(bomb.toByteArray()).withHeader("Content-Encoding", "gzip"));

        fault(InvalidRequest.class);
    }

    @Test
    void a_feed_that_dawdles_is_left() {
        become(ok(FEED).withChunkedDribbleDelay(100, 20_000));

        assertThat(fault(ProviderUnavailable.class)).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE"})
    void a_feed_that_changes_its_charset_and_says_so_says_the_same(String charset) {
        become(aResponse()
                .withBody(FEED.getBytes(Charset.forName(charset)))
                .withHeader("Content-Type", "text/calendar; charset=" + charset));

        assertSaysTheSame(read());
    }

    @Test
    void a_feed_that_changes_its_charset_in_silence_says_the_same() {
        become(aResponse()
                .withBody(FEED.getBytes(Charset.forName("windows-1252")))
                .withHeader("Content-Type", "text/calendar; charset=utf-8"));

        assertSaysTheSame(read());
    }

    @Test
    void a_feed_in_a_charset_nobody_could_know_is_a_failure() {
        become(aResponse().withBody(FEED.getBytes(StandardCharsets.UTF_16LE)));

        fault(ProviderUnavailable.class);
    }

    private static void assertSaysTheSame(ChangePage page) {
        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(page.changes()).isEmpty();
    }

    @Test
    void a_feed_that_lost_most_of_its_events_is_told_whole_for_others_to_judge() {
        become(ok("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));

        assertThat(read().coverage()).isEqualTo(Coverage.SNAPSHOT);
    }
}
