package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels and their messages, received over real HTTP. */
class PushTest {

    private static final String WATCH = "calendars/primary/events/watch";

    private static final String DAY = "{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}}";

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        sandbox = GoogleSandbox.builder().pushRetries(Duration.ofMillis(1), 3).start();
        calendar = sandbox.user("ada@example.com").primary();
        wire = Wire.of(sandbox, "ada@example.com");
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    private String body(String id, String more) {
        return "{\"id\": \"" + id + "\", \"type\": \"web_hook\", \"address\": \"" + receiver.address() + "\"" + more
                + "}";
    }

    private JsonNode watch(String id) {
        JsonNode channel = wire.post(WATCH, body(id, ", \"token\": \"secret\"")).fine();
        settle();
        return channel;
    }

    private void settle() {
        assertThat(sandbox.pushes().settle(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void a_channel_says_sync_first_then_that_something_changed() {
        JsonNode channel = watch("c1");
        calendar.add(DAY);
        settle();

        Headers sync = receiver.received().get(0);
        assertThat(receiver.states()).containsExactly("c1 sync", "c1 exists");
        assertThat(sync.getFirst("X-Goog-Message-Number")).isEqualTo("1");
        assertThat(sync.getFirst("X-Goog-Channel-Token")).isEqualTo("secret");
        assertThat(sync.getFirst("X-Goog-Resource-ID"))
                .isEqualTo(channel.path("resourceId").asText());
        assertThat(sync.getFirst("X-Goog-Resource-URI"))
                .isEqualTo(channel.path("resourceUri").asText());
        assertThat(sync.getFirst("X-Goog-Channel-Expiration")).isEqualTo("Mon, 12 Jan 2026 08:00:00 GMT");
        assertThat(sync.getFirst("Content-Length")).isEqualTo("0");
        assertThat(sync.getFirst("User-Agent")).startsWith("APIs-Google");
        assertThat(Long.parseLong(receiver.received().get(1).getFirst("X-Goog-Message-Number")))
                .isGreaterThan(1);
        assertThat(channel.path("expiration").asLong())
                .isEqualTo(sandbox.clock().instant().plus(Duration.ofDays(7)).toEpochMilli());
    }

    @Test
    void the_sync_message_can_come_before_the_answer() {
        sandbox.pushes().syncBeforeAnswer(true);

        wire.post(WATCH, body("c1", "")).fine();

        assertThat(receiver.states()).containsExactly("c1 sync");
        assertThat(receiver.received().get(0).containsKey("X-Goog-Channel-Token"))
                .isFalse();
    }

    @Test
    void own_writes_and_deletions_push_too() {
        watch("c1");
        String id = wire.post("calendars/primary/events", DAY).fine().path("id").asText();
        wire.delete("calendars/primary/events/" + id);
        settle();

        assertThat(receiver.states()).containsExactly("c1 sync", "c1 exists", "c1 exists");
    }

    @Test
    void a_resource_keeps_its_id_across_channels_and_a_channel_id_is_used_once() {
        JsonNode one = watch("c1");
        JsonNode two = watch("c2");

        assertThat(one.path("resourceId")).isEqualTo(two.path("resourceId"));
        assertThat(wire.post(WATCH, body("c1", "")).refusal()).isEqualTo("400 channelIdNotUnique");
        calendar.add(DAY);
        settle();
        assertThat(receiver.states()).contains("c1 exists", "c2 exists");
    }

    @Test
    void a_channel_is_stopped_by_its_own_user_only() {
        JsonNode channel = watch("c1");
        String stop = "{\"id\": \"c1\", \"resourceId\": \""
                + channel.path("resourceId").asText() + "\"}";

        assertThat(Wire.of(sandbox, "ben@example.com")
                        .post("channels/stop", stop)
                        .status())
                .isEqualTo(404);
        assertThat(wire.post("channels/stop", stop.replace("c1", "c9")).status())
                .isEqualTo(404);
        assertThat(wire.post("channels/stop", stop).status()).isEqualTo(204);
        assertThat(wire.post("channels/stop", stop).status()).isEqualTo(404);
        assertThat(sandbox.pushes().channels()).isEmpty();
        calendar.add(DAY);
        settle();
        assertThat(receiver.states()).containsExactly("c1 sync");
    }

    @Test
    void channels_end_by_themselves() {
        wire.post(WATCH, body("c1", ", \"params\": {\"ttl\": \"60\"}")).fine();
        settle();
        sandbox.clock().advance(Duration.ofSeconds(60));
        calendar.add(DAY);
        settle();

        assertThat(receiver.states()).containsExactly("c1 sync");
        assertThat(sandbox.pushes().channels()).isEmpty();
    }

    @Test
    void a_channel_lives_seven_days_at_most_and_seconds_are_no_milliseconds() {
        long days30 = sandbox.clock().instant().plus(Duration.ofDays(30)).toEpochMilli();

        assertThat(wire.post(WATCH, body("c1", ", \"expiration\": \"" + days30 + "\""))
                        .fine()
                        .path("expiration")
                        .asLong())
                .isEqualTo(sandbox.clock().instant().plus(Duration.ofDays(7)).toEpochMilli());
        assertThat(wire.post(WATCH, body("c2", ", \"expiration\": " + days30 / 1000))
                        .refusal())
                .isEqualTo("400 pushInvalidTtl");
    }

    @Test
    void addresses_and_types_are_checked() {
        assertThat(wire.post(WATCH, body("c1", "").replace("http://127.0.0.1", "http://example.com"))
                        .refusal())
                .isEqualTo("400 push.webhookUrlNotHttps");
        assertThat(wire.post(WATCH, body("c1", "").replace("http://127.0.0.1", "https://example.com"))
                        .refusal())
                .isEqualTo("401 push.webhookUrlUnauthorized");
        assertThat(wire.post(WATCH, body("c1", "").replace("web_hook", "pigeon"))
                        .refusal())
                .isEqualTo("400 push.channelTypeNotSupported");
        assertThat(wire.post(WATCH, body("", "")).refusal()).isEqualTo("400 required");
        assertThat(wire.post(WATCH, body("c".repeat(65), "")).status()).isEqualTo(400);
        try (GoogleSandbox strict = GoogleSandbox.builder().httpsPushesOnly().start()) {
            assertThat(Wire.of(strict, "ada@example.com")
                            .post(WATCH, body("c1", ""))
                            .refusal())
                    .isEqualTo("400 push.webhookUrlNotHttps");
        }
    }

    @Test
    void holidays_cannot_be_watched() {
        String id = "en.swiss#holiday@group.v.calendar.google.com";
        sandbox.user("ada@example.com").addHolidays(id, "Holidays");

        assertThat(wire.get("calendars/" + Wire.encoded(id) + "/events").status())
                .isEqualTo(200);
        assertThat(wire.post("calendars/" + Wire.encoded(id) + "/events/watch", body("c1", ""))
                        .refusal())
                .isEqualTo("400 pushNotSupportedForRequestedResource");
    }

    @Test
    void messages_are_repeated_after_four_kinds_of_answer_only() {
        watch("c1");
        receiver.answer(503, 500, 204, 404, 502, 504, 503);
        calendar.add(DAY);
        settle();
        calendar.add(DAY);
        settle();
        calendar.add(DAY);
        settle();

        assertThat(sandbox.pushes().records())
                .extracting(PushRecord::outcome, PushRecord::attempts, PushRecord::status)
                .containsExactly(
                        Tuple.tuple(PushRecord.Outcome.DELIVERED, 1, 204),
                        Tuple.tuple(PushRecord.Outcome.DELIVERED, 3, 204),
                        Tuple.tuple(PushRecord.Outcome.FAILED, 1, 404),
                        Tuple.tuple(PushRecord.Outcome.FAILED, 3, 503));
    }

    @Test
    void messages_are_lost_doubled_and_reordered_by_arrangement() {
        watch("c1");
        sandbox.pushes().dropNext(1);
        sandbox.pushes().duplicateNext(1);
        sandbox.pushes().holdNext(2);
        for (int number = 0; number < 4; number++) {
            calendar.add(DAY);
        }
        settle();
        assertThat(receiver.states()).containsExactly("c1 sync", "c1 exists", "c1 exists");

        sandbox.pushes().releaseReversed();
        settle();
        List<Long> numbers = receiver.received().stream()
                .map(headers -> Long.valueOf(headers.getFirst("X-Goog-Message-Number")))
                .toList();
        assertThat(numbers).hasSize(5);
        assertThat(numbers.get(3)).isGreaterThan(numbers.get(4));
        sandbox.pushes().dropAll(true);
        calendar.add(DAY);
        settle();
        assertThat(receiver.received()).hasSize(5);
    }

    @Test
    void a_list_of_calendars_is_watched_for_what_comes_and_goes() {
        wire.post("users/me/calendarList/watch", body("list", "")).fine();
        settle();
        SandboxCalendar shared = sandbox.user("ben@example.com").primary();
        shared.share("ada@example.com", "reader");
        settle();
        shared.unshare("ada@example.com");
        settle();

        assertThat(receiver.states()).containsExactly("list sync", "list exists", "list exists");
    }

    @Test
    void a_deleted_calendar_says_that_it_does_not_exist() {
        SandboxCalendar other = sandbox.user("ada@example.com").addCalendar("Other");
        wire.post("calendars/" + Wire.encoded(other.id()) + "/events/watch", body("c1", ""))
                .fine();
        settle();
        other.deleteCalendar();
        settle();

        assertThat(receiver.states()).containsExactly("c1 sync", "c1 not_exists");
    }
}
