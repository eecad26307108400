package io.calendarsync.google.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.spi.provider.ProviderSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is not whole, not in time or not Google's is no answer: a later try may go better. */
class BrokenAnswersTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static void assertUnavailable(ProviderSession session) {
        assertThatThrownBy(() -> session.changes(CALENDAR, START))
                .isInstanceOf(ProviderUnavailable.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"items\":[{\"id\":\"a\"",
                "{\"nextSyncToken\":\"s1\",\"items\":[]",
                "{\"nextSyncToken\":\"s1\",\"items\":[]}{}",
                "[]",
                "null",
                "<html>Sign in to the hotel's network</html>",
                "{\"nextSyncToken\":\"s1\",\"items\":[}]}"
            })
    void a_page_that_is_cut_short_or_nothing_of_the_kind(String body) {
        GOOGLE.answersAll(ok(body));

        assertUnavailable(GOOGLE.session());
    }

    @Test
    void a_page_in_another_encoding_than_json_is_in() {
        GOOGLE.answersAll(aResponse()
                .withBody("{\"nextSyncToken\":\"s1\",\"items\":[{\"id\":\"a\"}]}".getBytes(StandardCharsets.UTF_16)));

        assertUnavailable(GOOGLE.session());
    }

    @Test
    void a_gateway_that_answers_in_html() {
        GOOGLE.answersAll(json(502, "<html><h1>Bad gateway</h1></html>").withHeader("Content-Type", "text/html"));

        assertUnavailable(GOOGLE.session());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_connection_that_breaks(Fault fault) {
        GOOGLE.answersAll(aResponse().withFault(fault));

        assertUnavailable(GOOGLE.session());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_connection_that_is_lost_in_the_middle_of_the_body(boolean reset) throws IOException {
        try (BrokenServer broken =
                new BrokenServer(HEAD + "Content-Length: 5000\r\n\r\n{\"nextSyncToken\":\"s1\",\"items\":[]}", reset)) {
            assertUnavailable(GOOGLE.builder().rootUrl(broken.root()).build().open(GOOGLE.context()));
        }
    }

    @Test
    void a_connection_that_is_lost_in_the_middle_of_a_chunk() throws IOException {
        try (BrokenServer broken =
                new BrokenServer(HEAD + "Transfer-Encoding: chunked\r\n\r\n100\r\n{\"nextSyncToken\":\"s1\"", false)) {
            assertUnavailable(GOOGLE.builder().rootUrl(broken.root()).build().open(GOOGLE.context()));
        }
    }

    @Test
    void a_compressed_body_that_is_cut_short() throws IOException {
        try (BrokenServer broken = new BrokenServer(
                HEAD + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u0008\u0008\u0000", false)) {
            assertUnavailable(GOOGLE.builder().rootUrl(broken.root()).build().open(GOOGLE.context()));
        }
    }

    @Test
    void a_machine_nobody_listens_on() {
        assertUnavailable(GOOGLE.builder()
                .rootUrl(URI.create("http://127.0.0.1:1/"))
                .build()
                .open(GOOGLE.context()));
    }

    // In time

    private static ProviderSession impatient() {
        return GOOGLE.builder()
                .timeouts(Duration.ofSeconds(1), Duration.ofMillis(400))
                .build()
                .open(GOOGLE.context());
    }

    @Test
    void a_head_that_does_not_come() {
        GOOGLE.answersAll(lastPage("s1").withFixedDelay(20_000));

        assertThatThrownBy(() -> impatient().changes(CALENDAR, START))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("took too long");
    }

    @Test
    void a_body_that_comes_drop_by_drop_is_waited_for_no_longer_than_one_that_does_not() {
        GOOGLE.answersAll(lastPage("s1", event("a"), event("b")).withChunkedDribbleDelay(200, 20_000));

        assertThatThrownBy(() -> impatient().changes(CALENDAR, START))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("took too long");
    }

    @Test
    void a_thread_that_is_interrupted_waits_no_longer_and_stays_interrupted() {
        GOOGLE.answersAll(lastPage("s1").withFixedDelay(2_000));
        ProviderSession session = GOOGLE.session();

        Thread.currentThread().interrupt();
        try {
            assertUnavailable(session);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void after_all_that_the_next_question_is_answered() {
        GOOGLE.answersInTurn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), ok("{"), lastPage("s1", event("a")));
        ProviderSession session = GOOGLE.session();

        assertUnavailable(session);
        assertUnavailable(session);
        assertThat(session.changes(CALENDAR, START).changes()).hasSize(1);
    }
}
