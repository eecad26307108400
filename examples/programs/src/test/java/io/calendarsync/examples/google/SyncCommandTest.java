package io.calendarsync.examples.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {

    private static final LocalDate TOMORROW =
            LocalDate.ofInstant(InstantSource.system().instant().plus(Duration.ofDays(1)), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private GoogleHost google;

    @BeforeEach
    void connect() throws Exception {
        google = new GoogleHost(folder);
        google.connectAda();
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private String tea() {
        return google.calendar.add(GoogleHost.TEA.formatted(TOMORROW));
    }

    @Test
    void whatChangedIsToldOnceInTheLinesFeedsAreToldIn() {
        String tea = tea();
        Cli first = google.run("sync");
        google.calendar.edit(tea, "{\"summary\": \"Coffee\"}");
        Cli second = google.run("sync");
        Cli third = google.run("sync");

        JsonNode created = first.items().get(0);
        assertThat(created.path("type").asText()).isEqualTo("created");
        assertThat(created.path("source").asText()).isEqualTo(GoogleHost.ADA);
        assertThat(created.path("title").asText()).isEqualTo("Tea");
        assertThat(created.path("start").asText()).startsWith(TOMORROW + "T");
        assertThat(created.path("initial").asBoolean()).isTrue();
        JsonNode updated = second.items().get(0);
        assertThat(updated.path("type").asText()).isEqualTo("updated");
        assertThat(updated.path("fields").toString())
                .isEqualTo("[{\"name\":\"title\",\"old\":\"Tea\",\"new\":\"Coffee\"}]");
        assertThat(updated.path("initial").asBoolean()).isFalse();
        assertThat(third.items()).isEmpty();
        assertThat(third.summary().path("events").asInt()).isEqualTo(1);
        assertThat(first.summary().path("bytes").asInt()).isPositive();
        assertThat(first.exit() + second.exit() + third.exit()).isZero();
    }

    @Test
    void aTokenThatIsOverIsRenewedWithoutAWord() {
        tea();
        google.sandbox.oauth().expireAccessTokens();

        Cli sync = google.run("sync");

        assertThat(sync.exit()).isEqualTo(Exit.FINE);
        assertThat(sync.err()).isEmpty();
        assertThat(google.sandbox.counters().refreshes()).isEqualTo(1);
    }

    @Test
    void aLostCursorDeletesNothing() {
        tea();
        google.run("sync");
        google.calendar.invalidateSyncTokens();

        Cli sync = google.run("sync");

        assertThat(sync.exit()).isEqualTo(Exit.FINE);
        assertThat(sync.items()).isEmpty();
        assertThat(sync.summary().path("events").asInt()).isEqualTo(1);
    }

    @Test
    void aGrantTheUserTookBackIsToldUntilTheUserConnectsAgain() throws Exception {
        tea();
        google.run("sync");
        google.ada.revoke();

        Cli sync = google.run("sync");
        Cli health = google.run("health");
        google.connectAda();
        Cli again = google.run("sync");

        assertThat(sync.exit()).isEqualTo(Exit.REFUSED);
        assertThat(sync.err())
                .hasSize(1)
                .first()
                .asString()
                .contains("reconnectRequired (grantLost)", "google connect");
        assertThat(health.exit()).isEqualTo(Exit.REFUSED);
        assertThat(health.json().get(0).path("state").asText()).isEqualTo("reconnectRequired");
        assertThat(health.json().get(0).path("advice").asText()).contains("google connect");
        assertThat(again.exit()).isEqualTo(Exit.FINE);
        assertThat(again.items()).isEmpty();
    }

    @Test
    void aSecretThatIsWrongByNowLeavesTheAccountConnected() throws IOException {
        tea();
        google.run("sync");
        google.sandbox.oauth().expireAccessTokens();

        Cli wrong = google.run("sync", "--client-file", google.clientFile(folder, "wrong"));
        Cli right = google.run("sync");

        assertThat(wrong.exit()).isEqualTo(Exit.REFUSED);
        assertThat(wrong.err()).anyMatch(line -> line.contains("Google does not accept the application"));
        assertThat(wrong.err()).noneMatch(line -> line.contains("reconnectRequired"));
        assertThat(right.exit()).as(right.err().toString()).isEqualTo(Exit.FINE);
    }

    @Test
    void deletionsThatLookLikeAMistakeWaitForTheUser() {
        google.calendar.delete(tea());
        tea();
        google.run("sync");
        google.calendar.events().stream()
                .filter(event -> !event.path("status").asText().equals("cancelled"))
                .forEach(event -> google.calendar.delete(event.path("id").asText()));
        // Without tombstones, and with every cursor lost: all that is seen is a calendar without events.
        google.calendar.forgetCancelled();

        Cli held = google.run("sync");
        Cli health = google.run("health");
        Cli discarded = google.run("discard");
        Cli silent = google.run("sync");

        assertThat(held.exit()).isEqualTo(Exit.REVIEW);
        assertThat(held.items()).isEmpty();
        assertThat(held.err()).hasSize(1).first().asString().contains("1 of 1 events are missing");
        assertThat(health.exit()).isEqualTo(Exit.REVIEW);
        assertThat(health.json().get(1).path("missing").get(0).path("title").asText())
                .isEqualTo("Tea");
        assertThat(discarded.exit()).isEqualTo(Exit.FINE);
        assertThat(silent.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void deletionsThatAreMeantAreConfirmed() {
        String tea = tea();
        google.run("sync");
        google.calendar.delete(tea);
        google.calendar.forgetCancelled();
        google.run("sync");

        Cli confirmed = google.run("confirm");

        assertThat(confirmed.exit()).isEqualTo(Exit.FINE);
        assertThat(confirmed.items().get(0).path("type").asText()).isEqualTo("deleted");
        assertThat(confirmed.summary().path("events").asInt()).isZero();
    }

    @Test
    void aCalendarIsReadFromWhenItIsUsed() {
        google.sandbox.user("ben@example.com").addCalendar("Team").share(GoogleHost.ADA, "reader");
        google.sandbox.calendar(team()).add(GoogleHost.TEA.formatted(TOMORROW));
        google.run("sync");
        // The list of calendars is read when its time comes; connecting again is a way not to wait.
        JsonNode listed = connectedAgain();

        Cli before = google.run("sync");
        Cli use = google.run("calendars", "--use", listed.path("calendar").asText() + "=sync,busy");
        Cli after = google.run("sync");
        Cli nonsense = google.run("calendars", "--use", listed.path("calendar").asText() + "=busy");

        assertThat(listed.path("state").asText()).isEqualTo("paused");
        assertThat(before.items()).isEmpty();
        assertThat(use.exit()).isEqualTo(Exit.FINE);
        assertThat(after.items().get(0).path("source").asText()).isEqualTo(GoogleHost.ADA + "/Team");
        assertThat(nonsense.exit()).isEqualTo(Exit.USAGE);
    }

    private String team() {
        return google.sandbox.user("ben@example.com").calendars().stream()
                .filter(calendar -> calendar.title().equals("Team"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private JsonNode connectedAgain() {
        Cli again = Cli.run(
                "google",
                "connect",
                "--state",
                google.state,
                "--json",
                "--sandbox",
                "--root-url",
                google.sandbox.rootUrl(),
                "--account",
                GoogleHost.ADA);
        return again.json().stream()
                .filter(line -> line.path("source").asText().endsWith("/Team"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoDisconnectsTakesBackTheGrantAndKeepsNothing() {
        tea();
        google.run("sync");

        Cli gone = google.run("disconnect");

        assertThat(gone.exit()).isEqualTo(Exit.FINE);
        assertThat(gone.json().get(0).path("revoked").asBoolean()).isTrue();
        assertThat(gone.json().get(0).path("remains")).isEmpty();
        assertThat(google.ada.refreshTokens()).isEmpty();
        assertThat(google.calendar.events()).hasSize(1);
        assertThat(google.run("sync").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aSandboxWithinTheProgramGoesOnWhereTheLastRunEnded() {
        Path own = folder.resolve("own");
        Cli connect = Cli.run("google", "connect", "--state", own, "--sandbox");
        Cli first = Cli.run("google", "sync", "--state", own, "--json");
        Cli second = Cli.run("google", "sync", "--state", own, "--json");

        assertThat(connect.exit()).as(connect.err().toString()).isEqualTo(Exit.FINE);
        assertThat(first.items())
                .extracting(line -> line.path("title").asText())
                .containsExactlyInAnyOrder("Stand-up", "Lunch", "Office closed");
        assertThat(second.items()).isEmpty();
        assertThat(second.summary().path("events").asInt()).isEqualTo(3);
    }
}
