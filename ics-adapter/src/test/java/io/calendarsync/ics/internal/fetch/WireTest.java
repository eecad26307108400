package io.calendarsync.ics.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.AddressPolicy;
import io.calendarsync.ics.FeedLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak HTTP badly, slowly or for ever. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WireTest {

    private static final Duration TOTAL = Duration.ofMillis(600);

    private static Fetched.Body get(RawServer server, String scheme, FeedLimits limits) {
        FetchSettings settings = new FetchSettings(
                AddressPolicy.everywhere(), limits, Duration.ofSeconds(2), TOTAL, Optional.empty(), (SSLSocketFactory)
                        SSLSocketFactory.getDefault());
        return (Fetched.Body) Fetchers.http(settings)
                .get(
                        URI.create(scheme + "://127.0.0.1:" + server.port() + "/"),
                        Validators.none(),
                        FaultSource.of("ics"),
                        InstantSource.fixed(Instant.EPOCH));
    }

    private static String body(String response) throws IOException {
        try (RawServer server = RawServer.of(response)) {
            return new String(get(server, "http", FeedLimits.defaults()).bytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static <T extends CalendarSyncException> T fault(Class<T> type, RawServer.Answer answer)
            throws IOException {
        return fault(type, "http", FeedLimits.defaults(), answer);
    }

    private static <T extends CalendarSyncException> T fault(
            Class<T> type, String scheme, FeedLimits limits, RawServer.Answer answer) throws IOException {
        try (RawServer server = new RawServer(answer)) {
            T fault = catchThrowableOfType(type, () -> get(server, scheme, limits));
            assertThat(fault).isNotNull();
            return fault;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void a_body_of_known_length_ends_there() throws IOException {
        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")).isEqualTo("abc");
        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc"))
                .isEqualTo("abc");
    }

    @Test
    void a_body_without_length_ends_with_the_connection() throws IOException {
        assertThat(body("HTTP/1.0 200\r\nServer: x\r\n\r\nabc")).isEqualTo("abc");
    }

    @Test
    void line_feeds_alone_end_lines_of_the_head() throws IOException {
        assertThat(body("HTTP/1.1 200 OK\nContent-Length: 3\n\nabc")).isEqualTo("abc");
    }

    @Test
    void chunks_make_a_body() throws IOException {
        assertThat(body("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n"
                        + "3;name=\"v\"\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"))
                .isEqualTo("abc0123456789");
    }

    @Test
    void interim_answers_are_passed_over() throws IOException {
        assertThat(body("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
            })
    void a_broken_answer_is_a_failure(String response) throws IOException {
        fault(ProviderUnavailable.class, (out, server) -> write(out, response));
    }

    @Test
    void a_head_without_end_is_cut_off() throws IOException {
        fault(ProviderUnavailable.class, (out, server) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000; i++) {
                write(out, "X-" + i + ": y\r\n");
            }
        });
        fault(ProviderUnavailable.class, (out, server) -> write(out, "HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000)));
        fault(ProviderUnavailable.class, (out, server) -> write(out, "HTTP/1.1 100 Continue\r\n\r\n".repeat(20)));
    }

    @Test
    void a_body_that_never_ends_is_cut_off_at_the_limit() throws IOException {
        InvalidRequest fault = fault(
                InvalidRequest.class, "http", FeedLimits.defaults().withBytes(100_000, 200_000), (out, server) -> {
                    write(out, "HTTP/1.1 200 OK\r\n\r\nBEGIN:VCALENDAR\r\n");
                    while (!Thread.currentThread().isInterrupted()) {
                        write(out, "X:y\r\n".repeat(1_000));
                    }
                });

        assertThat(fault).hasMessageContaining("100000 bytes");
    }

    @Test
    void a_body_of_endless_tiny_chunks_is_cut_off_at_the_limit() throws IOException {
        fault(InvalidRequest.class, "http", FeedLimits.defaults().withBytes(50_000, 200_000), (out, server) -> {
            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!Thread.currentThread().isInterrupted()) {
                write(out, ("1;" + "x".repeat(1_000) + "\r\na\r\n").repeat(100));
            }
        });
    }

    @Test
    void an_announced_length_beyond_the_limit_is_refused_unread() throws IOException {
        fault(InvalidRequest.class, (out, server) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
            server.pause(10_000);
        });
    }

    @Test
    void a_server_that_says_nothing_is_left_when_time_is_over() throws IOException {
        ProviderUnavailable fault = fault(ProviderUnavailable.class, (out, server) -> server.pause(10_000));

        assertThat(fault).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-", "HTTP/1.1 200 OK\r\n\r\nBEGIN:VCALENDAR\r\n"})
    void a_server_that_trickles_is_left_when_time_is_over(String beginning) throws IOException {
        ProviderUnavailable fault = fault(ProviderUnavailable.class, (out, server) -> {
            write(out, beginning);
            while (true) {
                write(out, "y");
                server.pause(20);
            }
        });

        assertThat(fault).hasMessageContaining("too long");
    }

    @Test
    void a_server_that_trickles_a_tls_handshake_is_left_when_time_is_over() throws IOException {
        ProviderUnavailable fault = fault(ProviderUnavailable.class, "https", FeedLimits.defaults(), (out, server) -> {
            out.write(new byte[] {0x16, 0x03, 0x03, 0x3F, (byte) 0xFF, 0x02, 0x00, 0x3F, (byte) 0xFB});
            while (true) {
                out.write(0);
                out.flush();
                server.pause(20);
            }
        });

        assertThat(fault).isNotNull();
    }

    @Test
    void a_server_that_speaks_no_tls_is_a_failure() throws IOException {
        ProviderUnavailable fault = fault(
                ProviderUnavailable.class,
                "https",
                FeedLimits.defaults(),
                (out, server) -> write(out, "HTTP/1.1 400 Bad Request\r\n\r\n"));

        assertThat(fault).hasMessageContaining("No secure connection");
    }
}
