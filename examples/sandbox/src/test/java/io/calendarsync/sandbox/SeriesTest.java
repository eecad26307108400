package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series: masters, exceptions, instances, splits, and what becomes of them when the series changes or goes. */
class SeriesTest {

    private static final String EVENTS = "calendars/primary/events";

    private static final String WEEKLY = """
            {"summary": "Stand-up", "id": "series1",
             "start": {"dateTime": "2026-03-16T09:00:00", "timeZone": "Europe/Zurich"},
             "end": {"dateTime": "2026-03-16T09:30:00", "timeZone": "Europe/Zurich"},
             "recurrence": ["RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Zurich:20260323T090000"]}""";

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        calendar = sandbox.user("ada@example.com").primary();
        wire = Wire.of(sandbox, "ada@example.com");
        calendar.add(WEEKLY);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static List<String> starts(JsonNode page) {
        List<String> starts = new ArrayList<>();
        page.path("items").forEach(item -> starts.add(item.at("/start/dateTime").asText()));
        return starts;
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String syncToken() {
        return wire.get(EVENTS).fine().path("nextSyncToken").asText();
    }

    private JsonNode delta(String token) {
        return wire.get(EVENTS + "?syncToken=" + token).fine();
    }

    private JsonNode instances(String query) {
        return wire.get(EVENTS + "/series1/instances" + query).fine();
    }

    @Test
    void instances_keep_their_wall_clock_time_across_the_change_of_the_clocks() {
        assertThat(starts(instances("")))
                .containsExactly(
                        "2026-03-16T09:00:00+01:00",
                        "2026-03-30T09:00:00+02:00",
                        "2026-04-06T09:00:00+02:00",
                        "2026-04-13T09:00:00+02:00");
    }

    @Test
    void instances_come_in_pages_and_one_by_its_original_start() {
        JsonNode first = instances("?maxResults=3");
        JsonNode second = instances(
                "?maxResults=3&pageToken=" + first.path("nextPageToken").asText());
        JsonNode one = instances("?originalStart=" + Wire.encoded("2026-04-06T09:00:00+02:00"));

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(ids(one)).containsExactly("series1_20260406T070000Z");
        JsonNode instance = one.path("items").path(0);
        assertThat(instance.path("recurringEventId").asText()).isEqualTo("series1");
        assertThat(instance.path("iCalUID").asText()).isEqualTo("series1@google.com");
        assertThat(instance.has("recurrence")).isFalse();
        assertThat(wire.get(EVENTS + "/series1_20260406T070000Z").fine()).isEqualTo(instance);
        assertThat(wire.get(EVENTS + "/series1_20260323T080000Z").status()).isEqualTo(404);
        assertThat(instances("?timeMin=2026-04-13T07:30:00Z").path("items")).hasSize(1);
        assertThat(wire.get(EVENTS + "?timeMin=2026-04-13T07:30:00Z").fine().path("items"))
                .isEmpty();
    }

    @Test
    void a_list_has_the_master_and_every_exception_and_unfolded_only_instances() {
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Changed\"}");
        calendar.delete("series1_20260406T070000Z");

        JsonNode folded = wire.get(EVENTS).fine();
        JsonNode unfolded =
                wire.get(EVENTS + "?singleEvents=true&orderBy=startTime").fine();

        assertThat(ids(folded)).containsExactly("series1", "series1_20260330T070000Z", "series1_20260406T070000Z");
        assertThat(folded.path("items").path(2).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("kind", "etag", "id", "status", "recurringEventId", "originalStartTime");
        assertThat(ids(unfolded))
                .containsExactly("series1_20260316T080000Z", "series1_20260330T070000Z", "series1_20260413T070000Z");
        assertThat(unfolded.has("nextSyncToken")).isFalse();
    }

    @Test
    void an_instance_is_edited_and_cancelled_by_an_update_of_it() {
        String path = EVENTS + "/series1_20260330T070000Z";
        ObjectNode instance = (ObjectNode) wire.get(path).fine();
        instance.putObject("start").put("dateTime", "2026-03-31T15:00:00+02:00");
        instance.putObject("end").put("dateTime", "2026-03-31T15:30:00+02:00");
        String token = syncToken();

        JsonNode moved = wire.with("If-Match", instance.path("etag").asText())
                .put(path, instance.toString())
                .fine();

        assertThat(moved.at("/originalStartTime/dateTime").asText()).isEqualTo("2026-03-30T09:00:00+02:00");
        assertThat(ids(delta(token))).containsExactly("series1_20260330T070000Z");
        assertThat(starts(instances("?timeMin=2026-03-31T00:00:00Z&timeMax=2026-04-01T00:00:00Z")))
                .containsExactly("2026-03-31T15:00:00+02:00");
        wire.patch(path, "{\"status\": \"cancelled\"}").fine();
        assertThat(ids(instances(""))).doesNotContain("series1_20260330T070000Z");
        assertThat(ids(instances("?showDeleted=true"))).contains("series1_20260330T070000Z");
        assertThat(wire.patch(path, "{\"status\": \"confirmed\"}")
                        .fine()
                        .path("status")
                        .asText())
                .isEqualTo("confirmed");
    }

    @Test
    void a_deleted_series_takes_its_exceptions_along_without_a_word() {
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Changed\"}");
        String token = syncToken();
        calendar.delete("series1");

        assertThat(ids(delta(token))).containsExactly("series1");
        assertThat(wire.get(EVENTS + "/series1_20260330T070000Z")
                        .fine()
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(ids(wire.get(EVENTS).fine())).isEmpty();
    }

    @Test
    void a_series_that_is_brought_back_has_its_exceptions_again() {
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Changed\"}");
        calendar.delete("series1");
        calendar.edit("series1", "{\"status\": \"confirmed\"}");

        assertThat(instances("").path("items")).hasSize(4);
        assertThat(instances("").toString()).contains("Changed");
        assertThat(ids(wire.get(EVENTS).fine())).containsExactly("series1", "series1_20260330T070000Z");
        calendar.delete("series1");
        calendar.forgetCancelled();
        assertThat(wire.get(EVENTS + "/series1/instances").status()).isEqualTo(404);
        assertThat(wire.get(EVENTS + "/series1_20260330T070000Z").status()).isEqualTo(404);
    }

    @Test
    void unfolded_a_deleted_series_is_told_of_for_half_a_year_only() {
        calendar.add(WEEKLY.replace("series1", "series2").replace("COUNT=5", "INTERVAL=1"));
        String token = wire.get(EVENTS + "?singleEvents=true&maxResults=2500")
                .fine()
                .path("nextSyncToken")
                .asText();
        calendar.delete("series2");

        JsonNode delta = wire.get(EVENTS + "?singleEvents=true&maxResults=2500&syncToken=" + token)
                .fine();

        assertThat(delta.path("items")).hasSize(16);
        assertThat(delta.path("items").path(0).path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void unfolded_a_touched_endless_series_comes_far_ahead() {
        calendar.add(WEEKLY.replace("series1", "series2").replace("COUNT=5", "INTERVAL=1"));
        String token = wire.get(EVENTS + "?singleEvents=true&maxResults=2500")
                .fine()
                .path("nextSyncToken")
                .asText();
        calendar.edit("series2", "{\"summary\": \"x\"}");

        assertThat(wire.get(EVENTS + "?singleEvents=true&maxResults=2500&syncToken=" + token)
                        .fine()
                        .path("items"))
                .hasSizeGreaterThan(700);
    }

    @Test
    void unfolded_pages_go_on_within_a_series() {
        JsonNode first = wire.get(EVENTS + "?singleEvents=true&maxResults=3").fine();
        JsonNode second = wire.get(EVENTS + "?singleEvents=true&maxResults=3&pageToken="
                        + first.path("nextPageToken").asText())
                .fine();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("nextSyncToken").asText()).isNotEmpty();
    }

    @Test
    void an_exception_in_the_window_can_belong_to_a_master_outside_of_it() {
        calendar.edit(
                "series1_20260330T070000Z",
                "{\"start\": {\"dateTime\": \"2026-06-01T09:00:00+02:00\"}, \"end\": {\"dateTime\": \"2026-06-01T10:00:00+02:00\"}}");

        assertThat(ids(wire.get(EVENTS + "?timeMin=2026-05-01T00:00:00Z").fine()))
                .containsExactly("series1_20260330T070000Z");
        assertThat(ids(wire.get(EVENTS + "?timeMin=2026-04-01T00:00:00Z").fine()))
                .contains("series1");
    }

    @Test
    void exceptions_without_a_place_are_cancelled_when_the_series_changes() {
        calendar.edit("series1_20260413T070000Z", "{\"summary\": \"Changed\"}");
        String token = syncToken();

        wire.patch(EVENTS + "/series1", "{\"recurrence\": [\"RRULE:FREQ=WEEKLY;COUNT=3\"]}")
                .fine();

        JsonNode delta = delta(token);
        assertThat(ids(delta)).containsExactlyInAnyOrder("series1", "series1_20260413T070000Z");
        assertThat(delta.path("items").toString()).contains("\"status\":\"cancelled\"");
    }

    @Test
    void this_and_following_is_a_shorter_series_and_a_new_one() {
        String following = calendar.editFollowing("series1", "2026-04-06T09:00:00+02:00", "{\"summary\": \"Later\"}");

        assertThat(following).isEqualTo("series1_R20260406T090000");
        assertThat(starts(instances(""))).containsExactly("2026-03-16T09:00:00+01:00", "2026-03-30T09:00:00+02:00");
        JsonNode later = wire.get(EVENTS + "/" + following + "/instances").fine();
        assertThat(starts(later)).contains("2026-04-06T09:00:00+02:00", "2026-04-13T09:00:00+02:00");
        assertThat(later.at("/items/0/summary").asText()).isEqualTo("Later");
        assertThat(wire.get(EVENTS + "/series1").fine().at("/recurrence/0").asText())
                .isEqualTo("RRULE:FREQ=WEEKLY;UNTIL=20260406T065959Z");
    }

    @Test
    void whole_days_recur_as_days_in_every_zone() {
        String days = """
                {"start": {"date": "2026-10-23"}, "end": {"date": "2026-10-25"},
                 "recurrence": ["RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261029", "RDATE;VALUE=DATE:20261101", "EXDATE;VALUE=DATE:20261025"]}""";
        String id = calendar.add(days);

        JsonNode list = wire.get(EVENTS + "/" + id + "/instances").fine();

        List<String> dates = new ArrayList<>();
        list.path("items")
                .forEach(item -> dates.add(item.at("/start/date").asText() + "/"
                        + item.at("/end/date").asText()));
        assertThat(dates)
                .containsExactly(
                        "2026-10-23/2026-10-25",
                        "2026-10-27/2026-10-29",
                        "2026-10-29/2026-10-31",
                        "2026-11-01/2026-11-03");
        assertThat(calendar.instance(id, "2026-10-27")).isEqualTo(id + "_20261027");
    }

    @Test
    void a_series_needs_the_name_of_its_zone_and_a_rule_that_can_be_read() {
        String zoneless = WEEKLY.replace("series1", "series3").replace(", \"timeZone\": \"Europe/Zurich\"", "");

        assertThat(wire.post(
                                EVENTS,
                                zoneless.replace("09:00:00", "09:00:00+01:00").replace("09:30:00", "09:30:00+01:00"))
                        .refusal())
                .isEqualTo("400 required");
        assertThat(wire.post(EVENTS, WEEKLY.replace("series1", "series3").replace("FREQ=WEEKLY", "FREQ=OFTEN"))
                        .refusal())
                .isEqualTo("400 invalid");
    }

    @Test
    void a_moved_series_takes_its_exceptions_to_the_other_calendar() {
        SandboxCalendar other = sandbox.user("ada@example.com").addCalendar("Other");
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Changed\"}");
        String token = syncToken();
        calendar.move("series1", other);

        assertThat(ids(delta(token))).containsExactly("series1");
        assertThat(ids(wire.get("calendars/" + Wire.encoded(other.id()) + "/events")
                        .fine()))
                .containsExactly("series1", "series1_20260330T070000Z");
    }

    @Test
    void a_series_that_comes_back_from_another_calendar_has_its_exceptions_as_they_are_now() {
        SandboxCalendar other = sandbox.user("ada@example.com").addCalendar("Other");
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Then\"}");
        calendar.move("series1", other);
        other.edit("series1_20260330T070000Z", "{\"summary\": \"Now\"}");
        other.move("series1", calendar);

        calendar.edit("series1", "{\"location\": \"Here\"}");

        assertThat(wire.get(EVENTS + "/series1_20260330T070000Z")
                        .fine()
                        .path("summary")
                        .asText())
                .isEqualTo("Now");
        assertThat(ids(wire.get(EVENTS).fine())).containsExactlyInAnyOrder("series1", "series1_20260330T070000Z");
    }

    @Test
    void a_refused_write_changes_nothing() {
        calendar.edit("series1_20260330T070000Z", "{\"summary\": \"Changed\"}");
        JsonNode before = wire.get(EVENTS).fine().path("items");

        for (String bad : List.of(
                "{\"status\": \"cancelled\", \"recurrence\": [\"RRULE:FREQ=OFTEN\"]}",
                "{\"status\": \"cancelled\", \"visibility\": \"odd\"}",
                "{\"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=2\"], \"visibility\": \"odd\"}")) {
            assertThat(wire.patch(EVENTS + "/series1", bad).status()).isEqualTo(400);
        }
        assertThat(wire.get(EVENTS).fine().path("items")).isEqualTo(before);
    }
}
