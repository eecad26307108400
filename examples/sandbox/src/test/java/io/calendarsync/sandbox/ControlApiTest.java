package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same by HTTP as by Java. */
class ControlApiTest {

    private static final String ADA = "/sandbox/users/ada@example.com";
    private static final String CALENDAR = "/sandbox/calendars/ada@example.com";

    private static final String SERIES =
            "{\"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}, \"recurrence\": [\"RRULE:FREQ=DAILY\"]}";

    private GoogleSandbox sandbox;
    private Wire control;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        control = new Wire(sandbox, "");
        String token = control.post(ADA + "/consent", "{\"scopes\": [\"calendar\"]}")
                .fine()
                .path("accessToken")
                .asText();
        wire = new Wire(sandbox, token);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void it_says_where_everything_is() {
        JsonNode overview = control.get("/sandbox").fine();

        assertThat(overview.path("clientId").asText()).isEqualTo(sandbox.clientId());
        assertThat(overview.path("tokenUrl").asText())
                .isEqualTo(sandbox.tokenUrl().toString());
        assertThat(control.post("/sandbox/clock", "{\"advance\": \"PT1H\"}")
                        .fine()
                        .path("now")
                        .asText())
                .isEqualTo("2026-01-05T09:00:00Z");
        assertThat(control.post("/sandbox/clock", "{\"to\": \"2027-01-01T00:00:00Z\"}")
                        .fine()
                        .path("now")
                        .asText())
                .isEqualTo("2027-01-01T00:00:00Z");
        assertThat(control.post("/sandbox/clock", "{\"advance\": \"an hour\"}").status())
                .isEqualTo(400);
    }

    @Test
    void events_are_edited_by_hand() {
        String id = control.post(CALENDAR + "/events", SERIES).fine().path("id").asText();
        String instance = control.get(CALENDAR + "/events/" + id + "/instance?originalStart=2026-01-12")
                .fine()
                .path("id")
                .asText();
        control.patch(CALENDAR + "/events/" + instance, "{\"summary\": \"Changed\"}")
                .fine();
        String following = control.post(
                        CALENDAR + "/events/" + id + "/following",
                        "{\"originalStart\": \"2026-01-15\", \"changes\": {\"summary\": \"Later\"}}")
                .fine()
                .path("id")
                .asText();

        assertThat(wire.get("calendars/primary/events").fine().path("items")).hasSize(3);
        assertThat(control.get(CALENDAR + "/events/" + following)
                        .fine()
                        .path("summary")
                        .asText())
                .isEqualTo("Later");
        control.post(CALENDAR + "/events/" + id + "/touch", "").fine();
        control.delete(CALENDAR + "/events/" + following).fine();
        assertThat(control.get(CALENDAR + "/events").fine().path("events")).hasSize(3);
        assertThat(control.post(CALENDAR + "/events", "{}").status()).isEqualTo(400);
        assertThat(control.delete(CALENDAR + "/events/none").status()).isEqualTo(400);
    }

    @Test
    void many_events_are_added_at_once() {
        JsonNode added = control.post(CALENDAR + "/events/bulk", "{\"events\": [" + SERIES + ", " + SERIES + "]}")
                .fine();

        assertThat(added.path("ids")).hasSize(2);
        assertThat(wire.get("calendars/primary/events").fine().path("items")).hasSize(2);
    }

    @Test
    void people_and_calendars_are_managed() {
        String team = control.post(ADA + "/calendars", "{\"title\": \"Team\"}")
                .fine()
                .path("id")
                .asText();
        control.post(
                        "/sandbox/calendars/" + Wire.encoded(team) + "/share",
                        "{\"email\": \"ben@example.com\", \"role\": \"writer\"}")
                .fine();
        control.post("/sandbox/calendars/" + Wire.encoded(team) + "/rename", "{\"title\": \"Crew\"}")
                .fine();
        control.post(ADA + "/hide", "{\"calendar\": \"" + team + "\"}").fine();

        assertThat(control.get("/sandbox/users/ben@example.com")
                        .fine()
                        .at("/calendars/1/title")
                        .asText())
                .isEqualTo("Crew");
        assertThat(control.get("/sandbox/users").fine().path("users")).hasSize(2);
        assertThat(control.get(ADA).fine().path("refreshTokens").asInt()).isEqualTo(1);
        assertThat(wire.get("users/me/calendarList").fine().path("items")).hasSize(1);
        control.post("/sandbox/calendars/" + Wire.encoded(team) + "/unshare", "{\"email\": \"ben@example.com\"}")
                .fine();
        control.delete("/sandbox/calendars/" + Wire.encoded(team)).fine();
        control.post(ADA + "/revoke", "").fine();
        assertThat(wire.get("users/me/calendarList").status()).isEqualTo(401);
        assertThat(control.get(ADA).fine().path("refreshTokens").asInt()).isZero();
    }

    @Test
    void it_can_be_closed_twice_and_nobody_answers_then() {
        sandbox.close();
        sandbox.close();

        assertThatThrownBy(() -> control.get("/sandbox")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void faults_settings_and_counters_are_reached() {
        control.post(
                        "/sandbox/faults",
                        "{\"operation\": \"events.list\", \"status\": 410, \"reason\": \"fullSyncRequired\"}")
                .fine();
        control.post("/sandbox/faults", "{\"operation\": \"events.list\", \"after\": 1, \"cut\": \"truncate\"}")
                .fine();
        control.post("/sandbox/quotas", "{\"perProject\": 100, \"perUser\": 1, \"status\": 429, \"retryAfter\": 5}")
                .fine();
        control.post("/sandbox/lists", "{\"nextPages\": [0], \"pageCap\": 1}").fine();
        control.post("/sandbox/oauth", "{\"consent\": \"allow\", \"untick\": [], \"accessTokenLife\": \"PT5M\"}")
                .fine();
        control.post("/sandbox/pushes", "{\"drop\": 1, \"syncBeforeAnswer\": true}")
                .fine();
        control.post("/sandbox/pushes/release", "{\"reversed\": true}").fine();

        assertThat(wire.get("calendars/primary/events").refusal()).isEqualTo("410 fullSyncRequired");
        assertThat(wire.get("users/me/calendarList").fine().path("items")).isEmpty();
        assertThat(wire.get("users/me/calendarList").refusal()).isEqualTo("429 userRateLimitExceeded");
        assertThat(control.get("/sandbox/counters")
                        .fine()
                        .at("/answers/events.list 410")
                        .asInt())
                .isEqualTo(1);
        assertThat(control.get("/sandbox/faults").fine().path("struck").asInt()).isEqualTo(1);
        assertThat(control.get("/sandbox/channels").fine().path("channels")).isEmpty();
        assertThat(control.get("/sandbox/pushes").fine().path("pushes")).isEmpty();
        assertThat(control.get("/sandbox/outbox").fine().path("mails")).isEmpty();
        assertThat(control.get("/sandbox/oauth/service-account")
                        .fine()
                        .path("type")
                        .asText())
                .isEqualTo("service_account");
        assertThat(control.post("/sandbox/lists", "{\"what\": 1}").status()).isEqualTo(400);
        assertThat(control.post("/sandbox/faults", "{\"status\": 99}").status()).isEqualTo(400);
    }
}
