package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on purpose, quotas, and bodies in other clothes. */
class FaultTest {

    private static final String EVENTS = "calendars/primary/events";

    private static final String DAY = "{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}}";

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        calendar = sandbox.user("ada@example.com").primary();
        wire = Wire.of(sandbox, "ada@example.com");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_next_calls_of_one_operation_fail_as_arranged() {
        sandbox.faults().next(2).operation("events.list").refuse(403, "rateLimitExceeded", "7");

        assertThat(wire.get("users/me/calendarList").status()).isEqualTo(200);
        Wire.Reply reply = wire.get(EVENTS);
        assertThat(reply.refusal()).isEqualTo("403 rateLimitExceeded");
        assertThat(reply.header("Retry-After")).isEqualTo("7");
        assertThat(reply.text()).contains("usageLimits", "RATE_LIMIT_EXCEEDED");
        assertThat(wire.get(EVENTS).status()).isEqualTo(403);
        assertThat(wire.get(EVENTS).status()).isEqualTo(200);
        assertThat(sandbox.faults().struck()).isEqualTo(2);
        assertThat(sandbox.counters().answers("events.list", 403)).isEqualTo(2);
        assertThat(sandbox.counters().calls("events.list")).isEqualTo(3);
    }

    @Test
    void proxies_answer_in_html_and_anything_can_be_answered() {
        sandbox.faults().next(1).method("GET").path("calendarList").after(1).answer(502);
        sandbox.faults().next(1).operation("events.get").answer(503, Map.of("Retry-After", "0"), "{\"half\": ");

        assertThat(wire.get("users/me/calendarList").status()).isEqualTo(200);
        assertThat(wire.get("users/me/calendarList").text()).contains("<!DOCTYPE html>");
        Wire.Reply reply = wire.get(EVENTS + "/any01");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo("{\"half\": ");
    }

    @Test
    void a_cut_connection_does_not_tell_whether_the_work_was_done() {
        sandbox.faults().next(1).operation("events.insert").cutBefore();
        assertThatThrownBy(() -> wire.sendOrFail("POST", EVENTS, DAY)).isInstanceOf(IOException.class);
        assertThat(calendar.events()).isEmpty();

        sandbox.faults().next(1).operation("events.insert").cutAfter();
        assertThatThrownBy(() -> wire.sendOrFail("POST", EVENTS, DAY)).isInstanceOf(IOException.class);
        assertThat(calendar.events()).hasSize(1);
        assertThat(sandbox.counters().answers("events.insert", 0)).isEqualTo(2);
    }

    @Test
    void an_answer_can_end_in_the_middle() {
        calendar.add(DAY);
        sandbox.faults().next(1).operation("events.list").cutHalf();
        assertThatThrownBy(() -> wire.sendOrFail("GET", EVENTS, "")).isInstanceOf(IOException.class);

        sandbox.faults().next(1).operation("events.list").truncate();
        assertThatThrownBy(() -> wire.get(EVENTS)).isInstanceOf(AssertionError.class);
        assertThat(wire.get(EVENTS).status()).isEqualTo(200);
    }

    @Test
    void a_slow_answer_is_whole_in_the_end() {
        calendar.add(DAY);
        sandbox.faults().next(1).operation("events.list").slow(Duration.ofMillis(30));

        assertThat(wire.get(EVENTS).fine().path("items")).hasSize(1);
        sandbox.faults().next(1).operation("events.list").late(Duration.ofMillis(10));
        assertThat(wire.get(EVENTS).fine().path("items")).hasSize(1);
    }

    @Test
    void an_answer_without_a_body_can_be_late_but_has_no_middle() throws IOException {
        String late = calendar.add(DAY);
        String cut = calendar.add(DAY);
        sandbox.faults().next(1).operation("events.delete").slow(Duration.ofMillis(10));
        assertThat(wire.delete(EVENTS + "/" + late).status()).isEqualTo(204);

        sandbox.faults().next(1).operation("events.delete").cutHalf();
        assertThatThrownBy(() -> wire.sendOrFail("DELETE", EVENTS + "/" + cut, ""))
                .isInstanceOf(IOException.class);
        assertThat(wire.delete(EVENTS + "/" + cut).status()).isEqualTo(410);
    }

    @Test
    void an_answer_is_cut_down_to_the_fields_that_were_asked_for() {
        calendar.add(DAY);

        assertThat(wire.get(EVENTS + "?fields=items(start/date,status),kind").text())
                .isEqualTo(
                        "{\"kind\":\"calendar#events\",\"items\":[{\"start\":{\"date\":\"2026-01-10\"},\"status\":\"confirmed\"}]}");
        assertThat(wire.get(EVENTS + "?fields=items/*/date").text()).contains("{\"date\":\"2026-01-11\"}");
        for (String bad : new String[] {"items(", "items)", ",", "a//b"}) {
            assertThat(wire.get(EVENTS + "?fields=" + Wire.encoded(bad)).refusal())
                    .isEqualTo("400 invalidParameter");
        }
    }

    @Test
    void faults_can_be_called_off() {
        sandbox.faults().next(5).answer(500);
        assertThat(sandbox.faults().left()).isEqualTo(5);
        sandbox.faults().clear();

        assertThat(wire.get(EVENTS).status()).isEqualTo(200);
    }

    @Test
    void quotas_slide_with_the_clock() {
        sandbox.quotas().limit(5, 4);

        for (int call = 0; call < 4; call++) {
            assertThat(wire.get("users/me/calendarList").status()).isEqualTo(200);
        }
        assertThat(wire.get(EVENTS).refusal()).isEqualTo("403 userRateLimitExceeded");
        assertThat(Wire.of(sandbox, "ben@example.com").get(EVENTS).status()).isEqualTo(200);
        sandbox.quotas().refuseWith(429, 30);
        Wire.Reply refused = wire.get(EVENTS);
        assertThat(refused.refusal()).isEqualTo("429 rateLimitExceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        sandbox.clock().advance(Duration.ofSeconds(60));
        String id = wire.post(EVENTS, DAY).fine().path("id").asText();
        assertThat(wire.patch(EVENTS + "/" + id, "{\"summary\": \"x\"}").status())
                .isEqualTo(200);
        assertThat(wire.get(EVENTS).refusal()).isEqualTo("429 userRateLimitExceeded");
        sandbox.quotas().unlimited();
        assertThat(wire.get(EVENTS).status()).isEqualTo(200);
    }

    @Test
    void bodies_come_packed_and_go_packed_and_patch_comes_as_post() throws Exception {
        String id = calendar.add(DAY);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"summary\": \"Packed\"}".getBytes(StandardCharsets.UTF_8));
        }
        String token = sandbox.user("ada@example.com").consent("calendar").accessToken();
        HttpRequest request = HttpRequest.newBuilder(sandbox.rootUrl().resolve("calendar/v3/" + EVENTS + "/" + id))
                .header("Authorization", "Bearer " + token)
                .header("Content-Encoding", "gzip")
                .header("x-http-method-override", "PATCH")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "test (gzip)")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packed.toByteArray())))
                .build();

        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        JsonNode event = Wire.JSON.readTree(new GZIPInputStream(response.body()));
        assertThat(event.path("summary").asText()).isEqualTo("Packed");
        assertThat(sandbox.counters().calls("events.patch")).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(wire.get("colors").refusal()).isEqualTo("404 notFound");
        assertThat(wire.get("/nothing").status()).isEqualTo(404);
        assertThat(sandbox.counters().calls("unknown")).isEqualTo(2);
    }
}
