package io.calendarsync.ics.internal.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.calendarsync.AccessDenied;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.RateLimited;
import io.calendarsync.TransientFailure;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire, over a real wire. */
class HttpFetcherTest {

    private static final String FEED = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final FaultSource SOURCE = FaultSource.of("ics").connection("c1");

    private static WireMockServer server;

    private FeedLimits limits = FeedLimits.defaults();
    private Optional<String> userAgent = Optional.empty();

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
    void reset() {
        server.resetAll();
    }

    private static void answer(ResponseDefinitionBuilder response) {
        server.stubFor(get(anyUrl()).willReturn(response));
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private Fetched fetch(String uri, Validators known) {
        FetchSettings settings = new FetchSettings(
                AddressPolicy.everywhere(),
                limits,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                userAgent,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        Resolver local = host -> List.of(InetAddress.getByName("127.0.0.1"));
        return Fetchers.http(settings, local).get(URI.create(uri), known, SOURCE, InstantSource.fixed(NOW));
    }

    private Fetched.Body body() {
        return (Fetched.Body) fetch(at("/feed.ics"), Validators.none());
    }

    private <T extends CalendarSyncException> T fault(Class<T> type) {
        T fault = catchThrowableOfType(type, this::body);
        assertThat(fault).isNotNull();
        return fault;
    }

    @Test
    void a_feed_comes_with_what_to_ask_with_next_time() {
        answer(ok(FEED).withHeader("ETag", "\"v1\"")
                .withHeader("Last-Modified", "Fri, 20 Nov 2026 11:00:00 GMT")
                .withHeader("Content-Type", "text/calendar; charset=\"iso-8859-15\"; component=vevent"));

        Fetched.Body body = body();

        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo(FEED);
        assertThat(body.validators()).isEqualTo(new Validators("\"v1\"", "Fri, 20 Nov 2026 11:00:00 GMT"));
        assertThat(body.charset()).contains(Charset.forName("ISO-8859-15"));
        assertThat(body.wireBytes()).isEqualTo(FEED.length());
        server.verify(getRequestedFor(urlEqualTo("/feed.ics"))
                .withHeader("Accept-Encoding", equalTo("gzip"))
                .withHeader("Host", equalTo("127.0.0.1:" + server.port()))
                .withHeader("If-None-Match", absent())
                .withHeader("If-Modified-Since", absent())
                .withHeader("Authorization", absent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/calendar",
                "text/calendar; charset=x-no-such",
                "text/calendar;charset=",
                "text/calendar; charset=!!"
            })
    void a_charset_nobody_knows_is_none(String contentType) {
        answer(ok(FEED).withHeader("Content-Type", contentType));

        assertThat(body().charset()).isEmpty();
    }

    @Test
    void an_unchanged_feed_is_a_304() {
        answer(aResponse().withStatus(304));

        Fetched fetched = fetch(at("/feed.ics"), new Validators("\"v1\"", "Fri, 20 Nov 2026 11:00:00 GMT"));

        assertThat(fetched).isEqualTo(new Fetched.NotModified());
        server.verify(getRequestedFor(anyUrl())
                .withHeader("If-None-Match", equalTo("\"v1\""))
                .withHeader("If-Modified-Since", equalTo("Fri, 20 Nov 2026 11:00:00 GMT")));
    }

    @Test
    void a_304_nobody_asked_for_is_a_failure() {
        answer(aResponse().withStatus(304));

        assertThat(fault(ProviderUnavailable.class).source().httpStatus()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AccessDenied",
        "403, AccessDenied",
        "404, NotFound",
        "410, NotFound",
        "429, RateLimited",
        "400, ProviderUnavailable",
        "417, ProviderUnavailable",
        "499, ProviderUnavailable",
        "500, ProviderUnavailable",
        "502, ProviderUnavailable",
        "503, ProviderUnavailable",
        "504, ProviderUnavailable",
        "201, ProviderUnavailable",
        "203, ProviderUnavailable",
        "204, ProviderUnavailable",
        "206, ProviderUnavailable",
        "300, ProviderUnavailable",
        "302, ProviderUnavailable",
    })
    void only_200_is_a_feed(int status, String type) {
        answer(aResponse().withStatus(status).withBody(status == 204 || status == 304 ? null : FEED));

        CalendarSyncException fault = fault(CalendarSyncException.class);

        assertThat(fault.getClass().getSimpleName()).isEqualTo(type);
        assertThat(fault.source().httpStatus()).isEqualTo(status);
        assertThat(fault.source().provider()).isEqualTo("ics");
        assertThat(fault.source().connection()).isEqualTo("c1");
    }

    @Test
    void an_error_page_of_a_gateway_is_no_feed() {
        answer(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>Bad gateway</html>"));

        assertThat(fault(ProviderUnavailable.class)).hasMessageContaining("502");
    }

    @ParameterizedTest
    @CsvSource({
        "429, 0, PT0S",
        "429, 120, PT2M",
        "503, 120, PT2M",
        "429, 99999999999999999999, P30D",
        "429, 999999999, P30D",
        "429, 'Fri, 20 Nov 2026 12:05:00 GMT', PT5M",
        "503, 'Fri, 20 Nov 2026 11:00:00 GMT', PT0S",
    })
    void a_pause_that_is_asked_for_is_passed_on(int status, String retryAfter, String pause) {
        answer(aResponse().withStatus(status).withHeader("Retry-After", retryAfter));

        assertThat(fault(TransientFailure.class).retryAfter()).contains(Duration.parse(pause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", ""})
    void a_pause_that_means_nothing_is_none(String retryAfter) {
        answer(aResponse().withStatus(429).withHeader("Retry-After", retryAfter));

        assertThat(fault(RateLimited.class).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void a_compressed_feed_is_decompressed(String coding) {
        answer(aResponse()
                .withBody(gzip(FEED.getBytes(StandardCharsets.UTF_8)))
                .withHeader("Content-Encoding", coding));

        assertThat(new String(body().bytes(), StandardCharsets.UTF_8)).isEqualTo(FEED);
    }

    @Test
    void a_compressed_feed_cut_short_is_a_failure() {
        byte[] whole = gzip(FEED.repeat(100).getBytes(StandardCharsets.UTF_8));
        answer(aResponse().withBody(Arrays.copyOf(whole, whole.length - 10)).withHeader("Content-Encoding", "gzip"));

        fault(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, gzip", "deflate"})
    void what_does_not_decompress_is_a_failure(String coding) {
        answer(aResponse().withBody(FEED).withHeader("Content-Encoding", coding));

        fault(ProviderUnavailable.class);
    }

    @Test
    void a_gzip_bomb_is_refused_long_before_it_is_unpacked() {
        byte[] bomb = gzip(new byte[200_000_000]);
        assertThat(bomb.length).isLessThan(300_000);
        answer(aResponse().withBody(bomb).withHeader("Content-Encoding", "gzip"));

        InvalidRequest fault = fault(InvalidRequest.class);

        assertThat(fault).hasMessageContaining("20000000 bytes after decompression");
    }

    @Test
    void a_feed_larger_than_the_limit_is_refused() {
        limits = limits.withBytes(1_000, 1_000);
        answer(ok("x".repeat(1_001)));
        assertThat(fault(InvalidRequest.class)).hasMessageContaining("1000 bytes");

        server.resetAll();
        answer(ok("x".repeat(100_000)).withChunkedDribbleDelay(10, 10));
        assertThat(fault(InvalidRequest.class)).hasMessageContaining("1000 bytes");

        server.resetAll();
        answer(ok("x".repeat(1_000)));
        assertThat(body().bytes()).hasSize(1_000);
    }

    /** Without the one that breaks after a whole head: what a body without length is worth, its reader decides. */
    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "MALFORMED_RESPONSE_CHUNK", mode = EnumSource.Mode.EXCLUDE)
    void a_connection_that_breaks_is_a_failure(Fault broken) {
        answer(aResponse().withFault(broken));

        fault(ProviderUnavailable.class);
    }

    @Test
    void a_machine_that_does_not_listen_is_a_failure() throws IOException {
        int port;
        try (RawServer gone = RawServer.of("")) {
            port = gone.port();
        }

        assertThat(catchThrowableOfType(
                        ProviderUnavailable.class, () -> fetch("http://127.0.0.1:" + port + "/", Validators.none())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_followed(int status) {
        server.stubFor(get("/old").willReturn(aResponse().withStatus(status).withHeader("Location", "/new?x=1")));
        server.stubFor(get("/new?x=1").willReturn(ok(FEED)));

        assertThat(((Fetched.Body) fetch(at("/old"), Validators.none())).bytes())
                .hasSize(FEED.length());
    }

    @Test
    void five_redirects_are_followed_and_no_more() {
        for (int i = 0; i < 7; i++) {
            server.stubFor(get("/" + i).willReturn(aResponse().withStatus(302).withHeader("Location", "/" + (i + 1))));
        }
        server.stubFor(get("/5").willReturn(ok(FEED)));
        assertThat(fetch(at("/0"), Validators.none())).isInstanceOf(Fetched.Body.class);

        server.stubFor(get("/5").willReturn(aResponse().withStatus(302).withHeader("Location", "/6")));
        assertThat(catchThrowableOfType(ProviderUnavailable.class, () -> fetch(at("/0"), Validators.none())))
                .hasMessageContaining("more than 5 times");
        server.verify(0, getRequestedFor(urlEqualTo("/6")));
    }

    @Test
    void credentials_are_sent_as_a_header_and_not_to_another_host() {
        server.stubFor(get("/same").willReturn(aResponse().withStatus(302).withHeader("Location", "/there")));
        server.stubFor(get("/there")
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "http://other.example:" + server.port() + "/away")));
        server.stubFor(get("/away").willReturn(ok(FEED)));

        fetch("http://jane:secret@127.0.0.1:" + server.port() + "/same", Validators.none());

        String basic = "Basic amFuZTpzZWNyZXQ=";
        server.verify(getRequestedFor(urlEqualTo("/same")).withHeader("Authorization", equalTo(basic)));
        server.verify(getRequestedFor(urlEqualTo("/there")).withHeader("Authorization", equalTo(basic)));
        server.verify(getRequestedFor(urlEqualTo("/away")).withHeader("Authorization", absent()));
    }

    @Test
    void every_hop_is_checked() {
        FetchSettings settings = new FetchSettings(
                AddressPolicy.publicOnly().orHosts(Set.of("feeds.example")),
                limits,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                userAgent,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        Resolver names = host -> List.of(InetAddress.getByName(host.equals("feeds.example") ? "127.0.0.1" : host));
        Fetcher transport = Fetchers.http(settings, names);
        server.stubFor(get("/a")
                .willReturn(
                        aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/latest/meta-data")));

        AccessDenied fault = catchThrowableOfType(
                AccessDenied.class,
                () -> transport.get(
                        URI.create("http://feeds.example:" + server.port() + "/a"),
                        Validators.none(),
                        SOURCE,
                        InstantSource.fixed(NOW)));

        assertThat(fault).hasMessageContaining("not on the public Internet").hasMessageNotContaining("meta-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://[broken/"})
    void a_redirect_to_what_is_no_feed_address_is_refused(String location) {
        answer(aResponse().withStatus(302).withHeader("Location", location));

        fault(AccessDenied.class);
    }

    @Test
    void browsers_only_hosts_are_told_of_a_browser_unless_the_host_says_otherwise() {
        answer(ok(FEED));
        body();
        fetch("http://outlook.office365.com:" + server.port() + "/o", Validators.none());
        userAgent = Optional.of("Acme/1");
        fetch("http://outlook.office365.com:" + server.port() + "/a", Validators.none());

        server.verify(getRequestedFor(urlEqualTo("/feed.ics")).withHeader("User-Agent", equalTo("CalendarSync/0.1")));
        server.verify(getRequestedFor(urlEqualTo("/o")).withHeader("User-Agent", containing("Mozilla/5.0")));
        server.verify(getRequestedFor(urlEqualTo("/a")).withHeader("User-Agent", equalTo("Acme/1")));
    }

    @Test
    void an_unusable_etag_is_not_sent_back() {
        answer(ok(FEED).withHeader("ETag", "\"" + "x".repeat(2_000) + "\""));

        assertThat(body().validators()).isEqualTo(Validators.none());
    }

    @Test
    void faults_of_a_host_that_is_gone_for_good_are_permanent() {
        answer(aResponse().withStatus(410));

        assertThat(fault(NotFound.class)).hasMessageContaining("127.0.0.1");
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
