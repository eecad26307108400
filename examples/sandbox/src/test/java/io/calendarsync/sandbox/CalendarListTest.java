package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of calendars and their deltas. */
class CalendarListTest {

    private static final String LIST = "users/me/calendarList";

    private GoogleSandbox sandbox;
    private SandboxUser ada;
    private Wire wire;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        ada = sandbox.user("ada@example.com");
        wire = Wire.of(sandbox, "ada@example.com");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String syncToken() {
        return wire.get(LIST).fine().path("nextSyncToken").asText();
    }

    private JsonNode delta(String token) {
        return wire.get(LIST + "?syncToken=" + token).fine();
    }

    @Test
    void the_primary_calendar_has_the_mail_address_as_its_id() {
        JsonNode entry = wire.get(LIST).fine().path("items").path(0);

        assertThat(entry.path("id").asText()).isEqualTo("ada@example.com");
        assertThat(entry.path("primary").asBoolean()).isTrue();
        assertThat(entry.path("accessRole").asText()).isEqualTo("owner");
        assertThat(entry.path("timeZone").asText()).isEqualTo("Europe/Zurich");
        assertThat(wire.get(LIST + "/primary").fine()).isEqualTo(entry);
    }

    @Test
    void a_delta_tells_of_what_came_went_and_was_hidden() {
        SandboxCalendar hidden = ada.addCalendar("Hidden");
        SandboxCalendar gone = ada.addCalendar("Gone");
        String token = syncToken();
        SandboxCalendar came = sandbox.user("ben@example.com").primary();
        came.share("ada@example.com", "reader");
        ada.hide(hidden, true);
        gone.deleteCalendar();

        JsonNode items = delta(token).path("items");

        assertThat(items).hasSize(3);
        assertThat(items.path(0).path("id").asText()).isEqualTo("ben@example.com");
        assertThat(items.path(1).path("hidden").asBoolean()).isTrue();
        assertThat(items.path(2).path("id").asText()).isEqualTo(gone.id());
        assertThat(items.path(2).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void a_new_title_is_in_the_list_but_in_no_delta() {
        SandboxCalendar calendar = ada.addCalendar("Old");
        String token = syncToken();
        calendar.rename("New");

        assertThat(delta(token).path("items")).isEmpty();
        assertThat(wire.get(LIST).text()).contains("\"New\"");
        assertThat(wire.get("calendars/" + Wire.encoded(calendar.id()))
                        .fine()
                        .path("summary")
                        .asText())
                .isEqualTo("New");
    }

    @Test
    void what_was_taken_away_is_deleted_in_the_delta_and_hidden_in_the_list() {
        SandboxCalendar shared = sandbox.user("ben@example.com").primary();
        shared.share("ada@example.com", "writer");
        String token = syncToken();
        shared.unshare("ada@example.com");

        assertThat(delta(token).path("items").path(0).path("deleted").asBoolean())
                .isTrue();
        assertThat(wire.get(LIST).text()).doesNotContain("ben@example.com");
        assertThat(wire.get(LIST + "?showDeleted=true").text()).contains("ben@example.com");
        assertThat(wire.get(LIST + "/ben@example.com").status()).isEqualTo(404);
    }

    @Test
    void hidden_calendars_come_only_if_asked_for() {
        SandboxCalendar hidden = ada.addCalendar("Hidden");
        ada.hide(hidden, true);

        assertThat(wire.get(LIST).text()).doesNotContain(hidden.id());
        assertThat(wire.get(LIST + "?showHidden=true").text()).contains(hidden.id());
    }

    @Test
    void a_sync_token_does_not_go_with_filters() {
        String token = syncToken();

        assertThat(wire.get(LIST + "?minAccessRole=owner&syncToken=" + token).status())
                .isEqualTo(400);
        assertThat(wire.get(LIST + "?showDeleted=false&syncToken=" + token).status())
                .isEqualTo(400);
        assertThat(wire.get(LIST + "?showHidden=false&syncToken=" + token).status())
                .isEqualTo(400);
        ada.invalidateListTokens();
        assertThat(wire.get(LIST + "?syncToken=" + token).refusal()).isEqualTo("410 fullSyncRequired");
    }

    @Test
    void a_list_comes_in_pages() {
        for (int number = 0; number < 120; number++) {
            ada.addCalendar("Calendar " + number);
        }

        JsonNode first = wire.get(LIST).fine();
        JsonNode second = wire.get(
                        LIST + "?pageToken=" + first.path("nextPageToken").asText())
                .fine();

        assertThat(first.path("items")).hasSize(100);
        assertThat(second.path("items")).hasSize(21);
        assertThat(second.has("nextSyncToken")).isTrue();
    }

    @Test
    void entries_and_calendars_are_changed_through_the_api() {
        String made = wire.post("calendars", "{\"summary\": \"Made\"}")
                .fine()
                .path("id")
                .asText();
        String path = LIST + "/" + Wire.encoded(made);

        assertThat(wire.patch(path, "{\"summaryOverride\": \"Mine\", \"hidden\": true}")
                        .fine()
                        .path("summaryOverride")
                        .asText())
                .isEqualTo("Mine");
        assertThat(wire.with("If-Match", "\"1\"")
                        .patch(path, "{\"hidden\": false}")
                        .refusal())
                .isEqualTo("412 conditionNotMet");
        assertThat(wire.delete(path).status()).isEqualTo(204);
        assertThat(wire.post(LIST, "{\"id\": \"" + made + "\"}")
                        .fine()
                        .path("id")
                        .asText())
                .isEqualTo(made);
        assertThat(wire.delete("calendars/" + Wire.encoded(made)).status()).isEqualTo(204);
        assertThat(wire.get("calendars/" + Wire.encoded(made)).status()).isEqualTo(404);
        assertThat(wire.get("users/me/settings/timezone").fine().path("value").asText())
                .isEqualTo("Europe/Zurich");
    }
}
