package io.calendarsync.google.watch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.calendarsync.google.GoogleServer.body;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AccessDenied;
import io.calendarsync.InvalidRequest;
import io.calendarsync.Misconfigured;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.spi.provider.WatchAnswer;
import io.calendarsync.spi.provider.WatchChannel;
import io.calendarsync.spi.provider.WatchRequest;
import io.calendarsync.spi.provider.WatchableSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watch channels are opened and ended. */
class WatchTest {

    private static final WatchRequest WANTED = new WatchRequest(
            Optional.of("anna@example.com"),
            "channel-1",
            "s3cretOfTheChannel",
            URI.create("https://host.example/notify?i=1&c=channel-1"),
            Duration.ofDays(7));
    private static final WatchChannel CHANNEL = new WatchChannel("channel-1", "resource-1", GoogleServer.NOW);

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static WatchableSession session() {
        return GOOGLE.session(WatchableSession.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1772956800000", "\"1772956800000\""})
    void a_channel_is_granted_with_its_end_as_a_number_or_a_text_of_milliseconds(String expiration) {
        GOOGLE.answersAll(ok("""
                {"kind":"api#channel","id":"channel-1","resourceId":"resource-1","expiration":%s}""".formatted(expiration)));

        WatchAnswer answer = session().watch(WANTED);

        assertThat(answer)
                .isEqualTo(new WatchAnswer.Granted(
                        new WatchChannel("channel-1", "resource-1", Instant.parse("2026-03-08T08:00:00Z"))));
        assertThat(GOOGLE.lastAsked().getUrl()).startsWith("/calendar/v3/calendars/anna@example.com/events/watch");
        assertThat(body(GOOGLE.lastAsked())).isEqualTo(Json.parse("""
                        {"id":"channel-1","type":"web_hook","address":"https://host.example/notify?i=1&c=channel-1",
                        "token":"s3cretOfTheChannel","params":{"ttl":"604800"}}""").orElseThrow());
    }

    @Test
    void a_channel_whose_end_is_not_told_lasts_as_long_as_was_wanted() {
        GOOGLE.answersAll(ok("{\"id\":\"channel-1\",\"resourceId\":\"resource-1\"}"));

        WatchAnswer.Granted granted = (WatchAnswer.Granted) session().watch(WANTED);

        assertThat(granted.channel().expires()).isEqualTo(GoogleServer.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void the_list_of_calendars_can_be_watched_too() {
        GOOGLE.answersAll(ok("{\"id\":\"channel-1\",\"resourceId\":\"resource-1\"}"));

        session().watch(new WatchRequest(Optional.empty(), "channel-1", "s", WANTED.address(), Duration.ofDays(7)));

        assertThat(GOOGLE.lastAsked().getUrl()).startsWith("/calendar/v3/users/me/calendarList/watch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pushNotSupportedForRequestedResource",
                "push.pushNotSupportedForRequestedResource",
                "PUSHNOTSUPPORTEDFORREQUESTEDRESOURCE"
            })
    void a_calendar_that_cannot_be_watched_is_an_answer_and_no_fault(String reason) {
        GOOGLE.answersAll(refusal(400, reason));

        assertThat(session().watch(WANTED)).isInstanceOf(WatchAnswer.Unwatchable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400,push.webhookUrlNotHttps",
        "401,push.webhookUrlUnauthorized",
        "400,push.webhookUrlUnauthorized",
        "400,push.channelTypeNotSupported",
        "400,pushInvalidTtl"
    })
    void an_address_google_does_not_like_is_the_applications_fault(int status, String reason) {
        GOOGLE.answersAll(refusal(status, reason));
        WatchableSession session = session();

        assertThatThrownBy(() -> session.watch(WANTED)).isInstanceOf(Misconfigured.class);
    }

    @Test
    void a_channel_id_that_was_used_before_is_refused() {
        GOOGLE.answersAll(refusal(400, "channelIdNotUnique"));
        WatchableSession session = session();

        assertThatThrownBy(() -> session.watch(WANTED)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_calendar_that_is_not_there_or_not_allowed_is_a_fault() {
        GOOGLE.answersInTurn(refusal(404, "notFound"), refusal(403, "forbidden"));
        WatchableSession session = session();

        assertThatThrownBy(() -> session.watch(WANTED)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> session.watch(WANTED)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void an_answer_without_what_it_takes_to_stop_the_channel_is_none() {
        GOOGLE.answersAll(ok("{\"id\":\"channel-1\"}"));
        WatchableSession session = session();

        assertThatThrownBy(() -> session.watch(WANTED)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void channels_are_not_extended_and_nothing_is_asked() {
        assertThat(session().extend(WANTED, CHANNEL)).isInstanceOf(WatchAnswer.Unwatchable.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 410})
    void a_channel_that_is_stopped_has_ended_whether_it_was_there_or_not(int status) {
        GOOGLE.answersAll(aResponse().withStatus(status));

        assertThatCode(() -> session().stop(CHANNEL)).doesNotThrowAnyException();

        assertThat(GOOGLE.lastAsked().getUrl()).startsWith("/calendar/v3/channels/stop");
        assertThat(body(GOOGLE.lastAsked()))
                .isEqualTo(Json.object().put("id", "channel-1").put("resourceId", "resource-1"));
    }

    @Test
    void a_channel_that_could_not_be_stopped_now_may_be_later() {
        GOOGLE.answersAll(refusal(503, "backendError"));
        WatchableSession session = session();

        assertThatThrownBy(() -> session.stop(CHANNEL)).isInstanceOf(ProviderUnavailable.class);
    }
}
