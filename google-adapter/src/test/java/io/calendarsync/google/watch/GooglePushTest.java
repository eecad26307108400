package io.calendarsync.google.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.NotificationRequest;
import io.calendarsync.google.GoogleProvider;
import io.calendarsync.spi.provider.PushDialect;
import io.calendarsync.spi.provider.PushDialect.Kind;
import io.calendarsync.spi.provider.PushDialect.Notice;
import io.calendarsync.spi.provider.PushDialect.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications as the push guide shows them. */
class GooglePushTest {

    private static final PushDialect DIALECT =
            GoogleProvider.builder("", "").build().push().orElseThrow();

    private static NotificationRequest request(Map<String, String> changed) {
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "X-Goog-Channel-ID", List.of("channel-1"),
                "X-Goog-Channel-Token", List.of("s3cret"),
                "X-Goog-Channel-Expiration", List.of("Sun, 08 Mar 2026 08:00:00 GMT"),
                "X-Goog-Resource-ID", List.of("resource-1"),
                "X-Goog-Resource-URI", List.of("https://www.googleapis.com/calendar/v3/calendars/a/events"),
                "X-Goog-Resource-State", List.of("exists"),
                "X-Goog-Message-Number", List.of("10")));
        changed.forEach((name, value) -> {
            if (value.isEmpty()) {
                headers.remove(name);
            } else {
                headers.put(name, List.of(value));
            }
        });
        return new NotificationRequest("POST", "/notify", "", headers, new byte[0]);
    }

    private static Reading read(String header, String value) {
        return DIALECT.read(request(Map.of(header, value)));
    }

    @ParameterizedTest
    @CsvSource({"sync,OPENED", "exists,CHANGED", "not_exists,CHANGED", "EXISTS,CHANGED", "update,CHANGED"})
    void the_state_says_whether_anything_has_changed(String state, Kind kind) {
        assertThat(read("X-Goog-Resource-State", state))
                .isEqualTo(new Reading.Notices(List.of(new Notice(
                        "channel-1",
                        "s3cret",
                        kind,
                        "resource-1",
                        Optional.of(Instant.parse("2026-03-08T08:00:00Z"))))));
    }

    @Test
    void a_notice_without_a_token_proves_nothing_and_is_read_all_the_same() {
        Reading.Notices notices = (Reading.Notices) read("X-Goog-Channel-Token", "");

        assertThat(notices.notices().get(0).secret()).isEmpty();
    }

    @Test
    void an_end_that_cannot_be_read_is_not_told() {
        Reading.Notices notices = (Reading.Notices) read("X-Goog-Channel-Expiration", "one day");

        assertThat(notices.notices().get(0).expires()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Goog-Channel-ID,''",
        "X-Goog-Resource-State,''",
        "X-Goog-Channel-ID,two words",
        "X-Goog-Channel-ID,<script>"
    })
    void what_lacks_the_least_is_nobodys(String header, String value) {
        assertThat(read(header, value)).isEqualTo(new Reading.Foreign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Goog-Channel-ID", "X-Goog-Channel-Token", "X-Goog-Resource-ID"})
    void what_is_longer_than_google_makes_it_is_nobodys(String header) {
        assertThat(read(header, "x".repeat(300))).isEqualTo(new Reading.Foreign());
    }

    @Test
    void only_posts_are_notices() {
        NotificationRequest posted = request(Map.of());
        NotificationRequest got =
                new NotificationRequest("GET", posted.path(), posted.rawQuery(), posted.headers(), posted.body());

        assertThat(DIALECT.read(got)).isEqualTo(new Reading.Foreign());
    }
}
