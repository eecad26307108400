package io.calendarsync.ics.internal.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.calendarsync.AccessDenied;
import io.calendarsync.FaultSource;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to an address that was chosen before: the name is still what the certificate has to prove. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static WireMockServer server;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = folder.resolve("keys.p12");
        makeCertificateFor("feeds.example", keys);
        trusting = trusting(keys);
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12"));
        server.start();
        server.stubFor(get("/feed").willReturn(ok("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static void makeCertificateFor(String host, Path keys) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "feed",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static SSLSocketFactory trusting(Path keys) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            made.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("feed", made.getCertificate("feed"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static Fetched fetch(String uri, SSLSocketFactory tls) {
        FetchSettings settings = new FetchSettings(
                AddressPolicy.everywhere(),
                FeedLimits.defaults(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Optional.empty(),
                tls);
        Resolver local = host -> List.of(InetAddress.getByName("127.0.0.1"));
        return Fetchers.http(settings, local)
                .get(URI.create(uri), Validators.none(), FaultSource.of("ics"), InstantSource.fixed(Instant.EPOCH));
    }

    private static String at(String scheme, String host, String path) {
        return scheme + "://" + host + ":" + server.httpsPort() + path;
    }

    @Test
    void a_certificate_for_the_name_is_accepted() {
        assertThat(fetch(at("https", "feeds.example", "/feed"), trusting)).isInstanceOf(Fetched.Body.class);
    }

    @Test
    void webcal_is_fetched_over_tls() {
        assertThat(fetch(at("webcal", "feeds.example", "/feed"), trusting)).isInstanceOf(Fetched.Body.class);
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        assertThat(catchThrowableOfType(
                        ProviderUnavailable.class, () -> fetch(at("https", "other.example", "/feed"), trusting)))
                .hasMessageContaining("No secure connection to other.example");
        assertThat(catchThrowableOfType(
                        ProviderUnavailable.class, () -> fetch(at("https", "127.0.0.1", "/feed"), trusting)))
                .isNotNull();
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() {
        SSLSocketFactory platform = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThat(catchThrowableOfType(
                        ProviderUnavailable.class, () -> fetch(at("https", "feeds.example", "/feed"), platform)))
                .hasMessageContaining("No secure connection");
    }

    @Test
    void a_redirect_to_clear_text_is_refused_and_not_followed() {
        server.stubFor(get("/down")
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "http://feeds.example:" + server.port() + "/feed")));

        assertThat(catchThrowableOfType(
                        AccessDenied.class, () -> fetch(at("https", "feeds.example", "/down"), trusting)))
                .hasMessageContaining("https to http");
    }

    @Test
    void a_redirect_to_tls_is_followed() {
        server.stubFor(get("/up")
                .willReturn(aResponse().withStatus(301).withHeader("Location", at("https", "feeds.example", "/feed"))));

        assertThat(fetch("http://feeds.example:" + server.port() + "/up", trusting))
                .isInstanceOf(Fetched.Body.class);
    }
}
