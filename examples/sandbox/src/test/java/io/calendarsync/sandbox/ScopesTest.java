package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far scopes reach. */
class ScopesTest {

    private static final String DAY =
            "{\"summary\": \"Tea\", \"start\": {\"date\": \"2026-01-10\"}, \"end\": {\"date\": \"2026-01-11\"}}";

    private GoogleSandbox sandbox;
    private SandboxUser ada;
    private SandboxCalendar shared;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        ada = sandbox.user("ada@example.com");
        shared = sandbox.user("ben@example.com").primary();
        shared.share("ada@example.com", "writer");
        shared.add(DAY);
        ada.primary().add(DAY);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Wire allowed(String... scopes) {
        return new Wire(sandbox, ada.consent(scopes).accessToken());
    }

    @Test
    void owned_reaches_own_calendars_only() {
        Wire owned = allowed("calendar.events.owned");

        assertThat(owned.post("calendars/primary/events", DAY).status()).isEqualTo(200);
        assertThat(owned.get("calendars/ben@example.com/events").status()).isEqualTo(404);
        assertThat(allowed("calendar.events")
                        .post("calendars/ben@example.com/events", DAY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void app_created_reaches_what_the_application_has_made() {
        Wire created = allowed("calendar.app.created");
        String made = created.post("calendars", "{\"summary\": \"Made\"}")
                .fine()
                .path("id")
                .asText();

        assertThat(created.post("calendars/" + Wire.encoded(made) + "/events", DAY)
                        .status())
                .isEqualTo(200);
        assertThat(created.get("calendars/primary/events").status()).isEqualTo(404);
        assertThat(created.get("users/me/calendarList").status()).isEqualTo(403);
    }

    @Test
    void busy_scopes_show_times_only() {
        JsonNode seen = allowed("calendar.events.freebusy")
                .get("calendars/primary/events")
                .fine();

        assertThat(seen.path("items").path(0).has("summary")).isFalse();
        assertThat(seen.path("items").path(0).has("start")).isTrue();
        assertThat(allowed("calendar.freebusy").get("calendars/primary/events").status())
                .isEqualTo(403);
    }

    @Test
    void lists_need_a_scope_of_their_own() {
        assertThat(allowed("calendar.events").get("users/me/calendarList").refusal())
                .isEqualTo("403 insufficientPermissions");
        assertThat(allowed("calendar.calendarlist.readonly")
                        .get("users/me/calendarList")
                        .status())
                .isEqualTo(200);
        assertThat(allowed("calendar.calendarlist.readonly")
                        .delete("users/me/calendarList/ben@example.com")
                        .status())
                .isEqualTo(403);
    }
}
