package io.calendarsync.examples.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutCommandTest {

    @TempDir
    private Path folder;

    private GoogleHost google;

    @BeforeEach
    void connect() throws Exception {
        google = new GoogleHost(folder);
        Cli connect = Cli.run(
                "google",
                "connect",
                "--state",
                google.state,
                "--sandbox",
                "--root-url",
                google.sandbox.rootUrl(),
                "--account",
                GoogleHost.ADA,
                "--access",
                "READ_WRITE");
        assertThat(connect.exit()).as(connect.err().toString()).isEqualTo(Exit.FINE);
        google.run("sync");
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private void allowWriting() {
        String id = google.run("calendars").json().get(0).path("calendar").asText();
        assertThat(google.run("calendars", "--use", id + "=sync,busy,watch,write")
                        .exit())
                .isZero();
    }

    private Cli put(String title, Object... more) {
        Object[] words = {"put", "lesson-8", "--title", title, "--start", "2027-03-02T14:00", "--zone", "Europe/Berlin"
        };
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return google.run(all);
    }

    private static JsonNode publication(Cli cli) {
        return cli.json().stream()
                .filter(line -> line.path("type").asText().equals("publication"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(cli.toString()));
    }

    @Test
    void anEventIsPutChangedAndTakenBack() {
        allowWriting();

        Cli put = put("Maths", "--length", "PT90M", "--place", "Room 2");
        JsonNode event = google.calendar.events().get(0);
        Cli changed = put("Physics");
        JsonNode after = google.calendar.events().get(0);
        Cli gone = google.run("retract", "lesson-8");

        assertThat(put.exit()).as(put.toString()).isEqualTo(Exit.FINE);
        assertThat(publication(put).path("state").asText()).isEqualTo("published");
        assertThat(publication(put).path("revision").asInt()).isEqualTo(1);
        assertThat(event.path("summary").asText()).isEqualTo("Maths");
        assertThat(event.path("location").asText()).isEqualTo("Room 2");
        assertThat(event.path("end").path("dateTime").asText()).contains("T15:30:00");
        assertThat(changed.exit()).isEqualTo(Exit.FINE);
        assertThat(after.path("id")).isEqualTo(event.path("id"));
        assertThat(after.path("summary").asText()).isEqualTo("Physics");
        assertThat(gone.exit()).isEqualTo(Exit.FINE);
        assertThat(publication(gone).path("state").asText()).isEqualTo("retracted");
        assertThat(google.calendar.events().get(0).path("status").asText()).isEqualTo("cancelled");
        assertThat(google.sandbox.outbox()).isEmpty();
    }

    @Test
    void anAnswerThatIsLostPutsNothingTwice() {
        allowWriting();
        google.sandbox.faults().next(1).operation("events.insert").cutAfter();

        put("Maths");
        Cli again = put("Maths", "--revision", "1");
        google.run("sync");

        assertThat(google.calendar.events()).hasSize(1);
        assertThat(publication(again).path("answer").asText()).isEqualTo("unchanged");
    }

    @Test
    void aRevisionThatComesLateIsNotLookedAt() {
        allowWriting();
        put("Maths", "--revision", "7");

        Cli late = put("Physics", "--revision", "6");

        assertThat(publication(late).path("answer").asText()).isEqualTo("superseded");
        assertThat(google.calendar.events().get(0).path("summary").asText()).isEqualTo("Maths");
    }

    @Test
    void wholeDaysArePutAsSuch() {
        allowWriting();

        Cli put = google.run("put", "trip", "--title", "Trip", "--start", "2027-03-02", "--length", "P3D", "--free");

        assertThat(put.exit()).as(put.toString()).isEqualTo(Exit.FINE);
        JsonNode event = google.calendar.events().get(0);
        assertThat(event.path("start").path("date").asText()).isEqualTo("2027-03-02");
        assertThat(event.path("end").path("date").asText()).isEqualTo("2027-03-05");
        assertThat(event.path("transparency").asText()).isEqualTo("transparent");
    }

    @Test
    void aCalendarThatMayNotBeWrittenToIsLeftAlone() {
        String id = google.run("calendars").json().get(0).path("calendar").asText();

        Cli unsaid = put("Maths");
        Cli named = put("Maths", "--calendar", id);
        Cli nonsense = google.run("put", "x", "--title", "X", "--start", "tomorrow");

        assertThat(unsaid.exit()).isEqualTo(Exit.USAGE);
        assertThat(named.exit()).isEqualTo(Exit.REFUSED);
        assertThat(publication(named).path("answer").asText()).isEqualTo("notWritable");
        assertThat(nonsense.exit()).isEqualTo(Exit.USAGE);
        assertThat(google.calendar.events()).isEmpty();
    }
}
