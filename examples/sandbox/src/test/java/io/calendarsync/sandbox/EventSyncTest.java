package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, deltas, pages, and what invalidates their tokens. */
class EventSyncTest {

    private static final String TEA = """
            {"summary": "Tea", "start": {"dateTime": "2026-01-10T09:00:00+01:00"}, "end": {"dateTime": "2026-01-10T10:00:00+01:00"}}""";

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

    private String event(int number) {
        return TEA.replace("Tea", "Tea " + number);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private String syncToken() {
        return wire.get("calendars/primary/events").fine().path("nextSyncToken").asText();
    }

    private Wire.Reply delta(String token) {
        return wire.get("calendars/primary/events?syncToken=" + token);
    }

    @Test
    void only_the_last_page_has_a_sync_token() {
        for (int number = 0; number < 5; number++) {
            calendar.add(event(number));
        }

        JsonNode first = wire.get("calendars/primary/events?maxResults=3").fine();
        JsonNode second = wire.get("calendars/primary/events?maxResults=3&pageToken="
                        + first.path("nextPageToken").asText())
                .fine();

        assertThat(first.path("items")).hasSize(3);
        assertThat(first.has("nextSyncToken")).isFalse();
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("nextPageToken")).isFalse();
        assertThat(second.path("nextSyncToken").asText()).isNotEmpty();
    }

    @Test
    void every_event_comes_once_however_pages_are_cut() {
        for (int number = 0; number < 100; number++) {
            calendar.add(event(number));
        }
        Set<String> seen = new HashSet<>();
        String page = "";
        do {
            JsonNode list =
                    wire.get("calendars/primary/events?maxResults=7" + page).fine();
            ids(list).forEach(id -> assertThat(seen.add(id)).isTrue());
            page = list.has("nextPageToken")
                    ? "&pageToken=" + list.path("nextPageToken").asText()
                    : "";
        } while (!page.isEmpty());

        assertThat(seen).hasSize(100);
    }

    @Test
    void what_changes_while_somebody_pages_comes_with_the_next_delta() {
        String kept = calendar.add(event(1));
        String changed = calendar.add(event(2));
        JsonNode first = wire.get("calendars/primary/events?maxResults=1").fine();
        calendar.edit(changed, "{\"summary\": \"Coffee\"}");
        String added = calendar.add(event(3));

        JsonNode second = wire.get("calendars/primary/events?maxResults=1&pageToken="
                        + first.path("nextPageToken").asText())
                .fine();
        JsonNode delta = delta(second.path("nextSyncToken").asText()).fine();

        assertThat(ids(first)).containsExactly(kept);
        assertThat(ids(second)).isEmpty();
        assertThat(ids(delta)).containsExactly(changed, added);
    }

    @Test
    void pages_can_be_short_or_empty_and_still_not_be_the_last() {
        calendar.add(event(1));
        sandbox.lists().nextPages(0, 1);

        JsonNode empty = wire.get("calendars/primary/events").fine();
        JsonNode full = wire.get("calendars/primary/events?pageToken="
                        + empty.path("nextPageToken").asText())
                .fine();
        JsonNode last = wire.get("calendars/primary/events?pageToken="
                        + full.path("nextPageToken").asText())
                .fine();

        assertThat(ids(empty)).isEmpty();
        assertThat(ids(full)).hasSize(1);
        assertThat(ids(last)).isEmpty();
        assertThat(last.has("nextSyncToken")).isTrue();
    }

    @Test
    void a_deleted_event_leaves_a_tombstone_without_anything_but_its_id() {
        String event = calendar.add(event(1));
        String token = syncToken();
        calendar.delete(event);

        JsonNode tombstone = delta(token).fine().path("items").path(0);

        assertThat(tombstone.path("id").asText()).isEqualTo(event);
        assertThat(tombstone.path("status").asText()).isEqualTo("cancelled");
        assertThat(tombstone.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("kind", "etag", "id", "status");
        assertThat(wire.get("calendars/primary/events/" + event)
                        .fine()
                        .path("summary")
                        .asText())
                .isEqualTo("Tea 1");
    }

    @Test
    void a_listing_leaves_out_what_is_deleted_unless_asked() {
        calendar.delete(calendar.add(event(1)));

        assertThat(ids(wire.get("calendars/primary/events").fine())).isEmpty();
        JsonNode shown = wire.get("calendars/primary/events?showDeleted=true").fine();
        assertThat(shown.path("items").path(0).path("summary").asText()).isEqualTo("Tea 1");
    }

    @Test
    void a_sync_token_goes_with_no_other_filter() {
        String token = syncToken();

        for (String other : List.of(
                "timeMin=2026-01-01T00:00:00Z",
                "timeMax=2026-01-01T00:00:00Z",
                "updatedMin=2026-01-01T00:00:00Z",
                "q=tea",
                "iCalUID=x",
                "orderBy=updated",
                "privateExtendedProperty=a%3Db",
                "sharedExtendedProperty=a%3Db",
                "showDeleted=false")) {
            assertThat(wire.get("calendars/primary/events?syncToken=" + token + "&" + other)
                            .status())
                    .as(other)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_sync_token_belongs_to_the_shape_of_its_query() {
        String token = syncToken();

        for (String other : List.of("singleEvents=true", "maxAttendees=3", "timeZone=UTC", "eventTypes=default")) {
            assertThat(wire.get("calendars/primary/events?syncToken=" + token + "&" + other)
                            .refusal())
                    .as(other)
                    .isEqualTo("400 invalid");
        }
    }

    @Test
    void a_sync_token_belongs_to_its_calendar() {
        SandboxCalendar other = sandbox.user("ada@example.com").addCalendar("Other");

        assertThat(wire.get("calendars/" + Wire.encoded(other.id()) + "/events?syncToken=" + syncToken())
                        .status())
                .isEqualTo(400);
        assertThat(delta("rubbish").status()).isEqualTo(400);
    }

    @Test
    void every_410_has_a_reason_of_its_own() {
        String token = syncToken();
        calendar.invalidateSyncTokens();
        String gone = calendar.add(event(1));
        calendar.delete(gone);

        assertThat(delta(token).refusal()).isEqualTo("410 fullSyncRequired");
        assertThat(wire.get("calendars/primary/events?updatedMin=2025-11-01T00:00:00Z")
                        .refusal())
                .isEqualTo("410 updatedMinTooLongAgo");
        assertThat(wire.delete("calendars/primary/events/" + gone).refusal()).isEqualTo("410 deleted");
    }

    @Test
    void sharing_a_calendar_invalidates_its_sync_tokens() {
        String token = syncToken();
        calendar.share("ben@example.com", "reader");

        assertThat(delta(token).refusal()).isEqualTo("410 fullSyncRequired");
    }

    @Test
    void what_was_forgotten_cannot_be_told_and_its_id_stays_taken() {
        String event = calendar.add(event(1));
        String token = syncToken();
        calendar.delete(event);
        calendar.forgetCancelled();

        assertThat(delta(token).refusal()).isEqualTo("410 fullSyncRequired");
        assertThat(wire.get("calendars/primary/events/" + event).status()).isEqualTo(404);
        assertThat(wire.post(
                                "calendars/primary/events",
                                TEA.replace("{\"summary", "{\"id\": \"" + event + "\", \"summary"))
                        .refusal())
                .isEqualTo("409 duplicate");
    }

    @Test
    void page_tokens_can_be_lost() {
        calendar.add(event(1));
        calendar.add(event(2));
        String page = wire.get("calendars/primary/events?maxResults=1")
                .fine()
                .path("nextPageToken")
                .asText();
        sandbox.lists().invalidatePageTokens();

        assertThat(wire.get("calendars/primary/events?maxResults=1&pageToken=" + page)
                        .refusal())
                .isEqualTo("400 invalid");
    }

    @Test
    void a_window_looks_at_ends_from_below_and_at_starts_from_above() {
        String event = calendar.add(TEA);

        assertThat(ids(wire.get("calendars/primary/events?timeMin=2026-01-10T08:59:59Z")
                        .fine()))
                .containsExactly(event);
        assertThat(ids(wire.get("calendars/primary/events?timeMin=2026-01-10T09:00:00Z")
                        .fine()))
                .isEmpty();
        assertThat(ids(wire.get("calendars/primary/events?timeMax=2026-01-10T08:00:01Z")
                        .fine()))
                .containsExactly(event);
        assertThat(ids(wire.get("calendars/primary/events?timeMax=2026-01-10T08:00:00Z")
                        .fine()))
                .isEmpty();
        assertThat(wire.get("calendars/primary/events?timeMin=2026-01-10T08:00:00")
                        .refusal())
                .isEqualTo("400 badRequest");
    }

    @Test
    void somebody_who_may_see_nothing_gets_404() {
        SandboxCalendar foreign = sandbox.user("ben@example.com").primary();

        assertThat(wire.get("calendars/" + foreign.id() + "/events").refusal()).isEqualTo("404 notFound");
        foreign.share("ada@example.com", "reader");
        assertThat(wire.get("calendars/" + foreign.id() + "/events").status()).isEqualTo(200);
        foreign.unshare("ada@example.com");
        assertThat(wire.get("calendars/" + foreign.id() + "/events").refusal()).isEqualTo("404 notFound");
    }

    @Test
    void who_may_see_only_when_a_calendar_is_taken_sees_no_titles() {
        SandboxCalendar foreign = sandbox.user("ben@example.com").primary();
        foreign.add(TEA);
        foreign.share("ada@example.com", "freeBusyReader");

        JsonNode seen = wire.get("calendars/" + foreign.id() + "/events")
                .fine()
                .path("items")
                .path(0);

        assertThat(seen.has("summary")).isFalse();
        assertThat(seen.path("start").path("dateTime").asText()).isEqualTo("2026-01-10T09:00:00+01:00");
    }
}
