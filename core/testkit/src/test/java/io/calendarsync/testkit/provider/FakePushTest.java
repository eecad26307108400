package io.calendarsync.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.NotificationReply;
import io.calendarsync.NotificationRequest;
import io.calendarsync.model.EventTime;
import io.calendarsync.spi.provider.PushDialect.Notice;
import io.calendarsync.spi.provider.PushDialect.Reading;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakePushTest {

    private final FakePush push = new FakePush();

    @Test
    void edits_of_a_watched_calendar_send_notices_until_it_is_watched_no_more() {
        FakeCalendars server = new FakeCalendars(new VirtualClock(Instant.EPOCH));
        FakeCalendar calendar = server.account("anna").calendar("work");
        EventTime time = EventTime.Timed.of(LocalDateTime.of(2026, 3, 2, 9, 0), ZoneOffset.UTC, Duration.ofHours(1));
        calendar.create("unseen", time);

        calendar.watch("channel-1", "s3cret");
        calendar.create("seen", time);
        calendar.unwatch("channel-1");
        calendar.create("unseen again", time);

        List<NotificationRequest> notices = server.takeNotices();
        assertThat(notices).hasSize(1);
        assertThat(push.read(notices.get(0)))
                .isEqualTo(new Reading.Notices(List.of(new Notice("channel-1", "s3cret"))));
        assertThat(server.takeNotices()).isEmpty();
    }

    @Test
    void a_handshake_is_answered_with_its_token() {
        assertThat(push.read(FakePush.handshake("a%20token")))
                .isEqualTo(new Reading.Handshake(new NotificationReply(200, "text/plain", "a token")));
    }

    @Test
    void what_is_not_its_own_is_foreign() {
        Map<String, List<String>> headers = Map.of("X-Fake-Channel", List.of("c"));
        List.of(
                        request("GET", "", headers),
                        request("POST", "", Map.of("X-Other-Channel", List.of("c"))),
                        request("POST", "validate=", Map.of()),
                        request("POST", "validate=%zz", Map.of()),
                        request("POST", "validate=" + "x".repeat(201), Map.of()),
                        request("POST", "invalidate=x", Map.of()))
                .forEach(foreign ->
                        assertThat(push.read(foreign)).as(foreign.toString()).isEqualTo(new Reading.Foreign()));
    }

    @Test
    void headers_are_read_in_any_case_and_a_missing_secret_is_empty() {
        assertThat(push.read(request("POST", "", Map.of("x-fake-channel", List.of("c")))))
                .isEqualTo(new Reading.Notices(List.of(new Notice("c", ""))));
    }

    private static NotificationRequest request(String method, String query, Map<String, List<String>> headers) {
        return new NotificationRequest(method, "/any", query, headers, new byte[0]);
    }
}
