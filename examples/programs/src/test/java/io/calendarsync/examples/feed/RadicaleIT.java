package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows a calendar on a real server; {@code examples/radicale} does the same from a shell. */
class RadicaleIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(Radicale.isInstalled(), "Radicale is not installed (Debian: apt-get install radicale)");
    }

    private List<String> sync(String address) {
        Cli synced =
                Cli.run("feed", "sync", address, "--state", folder.resolve("state"), "--json", "--allow-private-hosts");
        assertThat(synced.err()).isEmpty();
        assertThat(synced.exit()).isZero();
        return synced.items().stream()
                .map(line -> line.get("type").asText() + " " + line.get("uid").asText() + " "
                        + line.get("title").asText() + " " + line.get("start").asText())
                .toList();
    }

    @Test
    void creationsEditsAndDeletionsOnAServerAreFollowed() throws Exception {
        try (Radicale server = Radicale.start(Files.createDirectory(folder.resolve("server")))) {
            String work = server.address("work/");
            server.put("tea.ics", Ics.feed(Ics.event("tea", "Tea")));
            server.put("daily.ics", daily("110000"));

            assertThat(sync(work))
                    .containsExactlyInAnyOrder(
                            "created tea Tea 2027-03-01T09:00:00+01:00",
                            "created daily Stand-up 2027-03-01T09:00:00+01:00",
                            "created daily Outside 2027-03-03T11:00:00+01:00");
            assertThat(sync(work)).isEmpty();

            server.put("tea.ics", Ics.feed(Ics.event("tea", "Tea\\, and cake")));
            server.put("daily.ics", daily("120000"));
            assertThat(sync(work))
                    .containsExactlyInAnyOrder(
                            "updated tea Tea, and cake 2027-03-01T09:00:00+01:00",
                            "updated daily Outside 2027-03-03T12:00:00+01:00");

            server.delete("tea.ics");
            server.put("call.ics", Ics.feed(Ics.event("call", "Call", "DTSTART:20270401T120000Z")));
            assertThat(sync(work))
                    .containsExactlyInAnyOrder(
                            "deleted tea Tea, and cake 2027-03-01T09:00:00+01:00",
                            "created call Call 2027-04-01T12:00:00Z");
        }
    }

    private static String daily(String time) {
        return Ics.feed(
                Ics.event("daily", "Stand-up", "RRULE:FREQ=DAILY;COUNT=5"),
                Ics.event(
                        "daily",
                        "Outside",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270303T090000",
                        "DTSTART;TZID=Europe/Berlin:20270303T" + time,
                        "DURATION:PT15M"));
    }

    @Test
    void aServerTakesWhatIsExportedAndServesItTheSame() throws Exception {
        try (Radicale server = Radicale.start(Files.createDirectory(folder.resolve("server")))) {
            Path feed = Ics.write(
                    folder.resolve("team.ics"),
                    Ics.feed(
                            Ics.event("daily", "Pr\u00fcfung\\, \u4f1a\u8b70", "RRULE:FREQ=DAILY;COUNT=5"),
                            Ics.event("trip", "Trip", "DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270313"),
                            Ics.event(
                                    "night", "Night", "DTSTART;TZID=America/Godthab:20270801T230000", "DURATION:P1D")));
            List<String> created = sync(feed.toString());
            Path file = folder.resolve("export.ics");
            assertThat(Cli.run("feed", "export", "--state", folder.resolve("state"), "-o", file)
                            .exit())
                    .isZero();

            assertThat(server.send("PUT", "copy/", Files.readString(file))).isEqualTo(201);

            assertThat(sync(server.address("copy/")))
                    .containsExactlyInAnyOrderElementsOf(created)
                    .hasSize(3);
        }
    }
}
