package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When calendars are taken. */
class FreeBusyTest {

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        calendar = sandbox.user("ada@example.com").primary();
        wire = new Wire(
                sandbox,
                sandbox.user("ada@example.com").consent("calendar.freebusy").accessToken());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String event(String from, String to, String more) {
        return "{\"start\": {\"dateTime\": \"" + from
                + "\", \"timeZone\": \"Europe/Zurich\"}, \"end\": {\"dateTime\": \"" + to
                + "\", \"timeZone\": \"Europe/Zurich\"}" + more + "}";
    }

    private JsonNode query(String items) {
        return wire.post(
                        "freeBusy",
                        "{\"timeMin\": \"2026-01-05T00:00:00Z\", \"timeMax\": \"2026-01-08T00:00:00Z\", \"items\": ["
                                + items + "]}")
                .fine()
                .path("calendars");
    }

    @Test
    void times_are_joined_cut_and_told_in_the_zone_asked_for() {
        calendar.add(event("2026-01-04T23:00:00", "2026-01-05T02:00:00", ""));
        calendar.add(event("2026-01-06T09:00:00", "2026-01-06T10:00:00", ""));
        calendar.add(event("2026-01-06T10:00:00", "2026-01-06T11:00:00", ""));
        calendar.add(event("2026-01-06T15:00:00", "2026-01-06T16:00:00", ", \"transparency\": \"transparent\""));
        calendar.delete(calendar.add(event("2026-01-06T17:00:00", "2026-01-06T18:00:00", "")));

        assertThat(query("{\"id\": \"primary\"}").path("primary").path("busy").toString())
                .isEqualTo("[{\"start\":\"2026-01-05T00:00:00Z\",\"end\":\"2026-01-05T01:00:00Z\"},"
                        + "{\"start\":\"2026-01-06T08:00:00Z\",\"end\":\"2026-01-06T10:00:00Z\"}]");
    }

    @Test
    void series_take_time_wherever_they_are_and_exceptions_where_they_went() {
        calendar.add(event(
                "2026-01-05T09:00:00",
                "2026-01-05T10:00:00",
                ", \"id\": \"each01\", \"recurrence\": [\"RRULE:FREQ=DAILY\"]"));
        calendar.delete("each01_20260106T080000Z");
        calendar.edit("each01_20260107T080000Z", event("2026-01-07T12:00:00", "2026-01-07T13:00:00", ""));

        assertThat(query("{\"id\": \"ada@example.com\"}")
                        .path("ada@example.com")
                        .path("busy")
                        .findValuesAsText("start"))
                .containsExactly("2026-01-05T08:00:00Z", "2026-01-07T11:00:00Z");
    }

    @Test
    void each_calendar_has_errors_of_its_own() {
        sandbox.user("ben@example.com");
        JsonNode calendars = query("{\"id\": \"ada@example.com\"}, {\"id\": \"ben@example.com\"}");

        assertThat(calendars.at("/ben@example.com/errors/0/reason").asText()).isEqualTo("notFound");
        assertThat(calendars.path("ada@example.com").has("errors")).isFalse();
        assertThat(query("{\"id\": \"a@b.c\"},".repeat(50) + "{\"id\": \"x@y.z\"}")
                        .at("/x@y.z/errors/0/reason")
                        .asText())
                .isEqualTo("tooManyCalendarsRequested");
    }

    @Test
    void an_empty_range_is_refused() {
        assertThat(wire.post(
                                "freeBusy",
                                "{\"timeMin\": \"2026-01-05T00:00:00Z\", \"timeMax\": \"2026-01-05T00:00:00Z\", \"items\": []}")
                        .refusal())
                .isEqualTo("400 timeRangeEmpty");
    }
}
