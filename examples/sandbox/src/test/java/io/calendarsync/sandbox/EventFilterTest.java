package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists are asked for besides everything: types, words, orders, windows, times of change. */
class EventFilterTest {

    private static final String EVENTS = "calendars/primary/events";

    private GoogleSandbox sandbox;
    private SandboxCalendar calendar;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        calendar = sandbox.user("ada@example.com").primary();
        sandbox.oauth().accessTokenLife(Duration.ofDays(365));
        wire = Wire.of(sandbox, "ada@example.com");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String add(String day, String more) {
        String after = day.substring(0, 8) + String.format("%02d", Integer.parseInt(day.substring(8)) + 1);
        return calendar.add(
                "{\"start\": {\"date\": \"" + day + "\"}, \"end\": {\"date\": \"" + after + "\"}" + more + "}");
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        String page = "";
        do {
            JsonNode list = wire.get(EVENTS + "?" + query + page).fine();
            list.path("items").forEach(item -> ids.add(item.path("id").asText()));
            page = list.has("nextPageToken")
                    ? "&pageToken=" + list.path("nextPageToken").asText()
                    : "";
        } while (!page.isEmpty());
        return ids;
    }

    @Test
    void types_are_chosen_one_or_several() {
        String plain = add("2026-01-10", "");
        String focus = add("2026-01-10", ", \"eventType\": \"focusTime\"");
        String away = add("2026-01-10", ", \"eventType\": \"outOfOffice\"");

        assertThat(ids("eventTypes=focusTime&eventTypes=outOfOffice")).containsExactly(focus, away);
        assertThat(ids("eventTypes=default")).containsExactly(plain);
        assertThat(wire.get(EVENTS + "?eventTypes=party").refusal()).isEqualTo("400 invalid");
        assertThat(wire.patch(EVENTS + "/" + focus, "{\"eventType\": \"default\"}")
                        .refusal())
                .isEqualTo("400 invalid");
        assertThat(wire.post(EVENTS + "/" + focus + "/move?destination=x@y.z", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void orders_hold_across_pages() {
        String late = add("2026-01-20", "");
        String early = add("2026-01-10", "");
        String series = calendar.add(
                "{\"start\": {\"date\": \"2026-01-12\"}, \"end\": {\"date\": \"2026-01-13\"}, \"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=2\"]}");
        sandbox.clock().advance(Duration.ofMinutes(1));
        calendar.edit(early, "{\"summary\": \"x\"}");

        assertThat(ids("singleEvents=true&orderBy=startTime&maxResults=1"))
                .containsExactly(early, series + "_20260112", series + "_20260113", late);
        assertThat(ids("orderBy=updated&maxResults=1")).endsWith(early);
        assertThat(wire.get(EVENTS + "?orderBy=startTime").refusal()).isEqualTo("400 badRequest");
        assertThat(wire.get(EVENTS + "?orderBy=updated").fine().has("nextSyncToken"))
                .isFalse();
    }

    @Test
    void refusals_say_where_they_come_from() {
        String empty = wire.get(EVENTS + "?timeMin=2026-01-02T00:00:00Z&timeMax=2026-01-01T00:00:00Z")
                .text();

        assertThat(empty)
                .isEqualTo("{\"error\":{\"code\":400,\"message\":\"The specified time range is empty.\",\"errors\":["
                        + "{\"domain\":\"calendar\",\"reason\":\"timeRangeEmpty\",\"message\":\"The specified time range is empty.\","
                        + "\"locationType\":\"parameter\",\"location\":\"timeMax\"}]}}");
        assertThat(wire.get(EVENTS + "/none0").text()).contains("\"domain\":\"global\"", "\"reason\":\"notFound\"");
    }

    @Test
    void words_are_found_in_titles_and_places() {
        String tea = add("2026-01-10", ", \"summary\": \"Afternoon Tea\"");
        String room = add("2026-01-10", ", \"location\": \"Tea room\"");
        add("2026-01-10", ", \"summary\": \"Coffee\"");

        assertThat(ids("q=tea")).containsExactly(tea, room);
    }

    @Test
    void changes_by_time_tell_of_deletions_too() {
        add("2026-01-10", "");
        sandbox.clock().advance(Duration.ofHours(1));
        String gone = add("2026-01-11", "");
        calendar.delete(gone);

        assertThat(ids("updatedMin=2026-01-05T08:30:00Z")).containsExactly(gone);
        assertThat(ids("updatedMin=2026-01-05T08:30:00Z&showDeleted=false")).isEmpty();
    }

    @Test
    void a_deleted_series_comes_whatever_the_window_is() {
        String series = calendar.add(
                "{\"start\": {\"date\": \"2026-01-12\"}, \"end\": {\"date\": \"2026-01-13\"}, \"recurrence\": [\"RRULE:FREQ=DAILY;COUNT=2\"]}");
        String single = add("2026-01-12", "");
        calendar.delete(series);
        calendar.delete(single);

        assertThat(ids("showDeleted=true&timeMin=2027-01-01T00:00:00Z")).containsExactly(series);
    }

    @Test
    void tokens_age_and_pages_are_capped_where_that_is_set() {
        add("2026-01-10", "");
        add("2026-01-11", "");
        sandbox.lists().syncTokenLife(Duration.ofDays(7));
        sandbox.lists().pageCap(1);
        String token = wire.get(EVENTS
                        + "?pageToken="
                        + wire.get(EVENTS).fine().path("nextPageToken").asText())
                .fine()
                .path("nextSyncToken")
                .asText();

        sandbox.clock().advance(Duration.ofDays(7));
        assertThat(wire.get(EVENTS + "?syncToken=" + token).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(wire.get(EVENTS + "?syncToken=" + token).refusal()).isEqualTo("410 fullSyncRequired");
    }
}
