package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeCommandTest {

    @TempDir
    Path folder;

    /** Monday, 1 March 2027: a stand-up from nine to ten, and a call from eleven to twelve in another feed. */
    @Test
    void slots_areTheHoursWithoutWhatBlocks() {
        Path work = feed("work", Ics.event("standup", "Stand-up"));
        Path home = feed("home", Ics.event("call", "Call", "DTSTART:20270301T100000Z", "DURATION:PT1H"));

        Cli found = free(List.of(work, home), "--duration", "PT1H", "--hours", "09:00-12:00,13:00-15:00");

        assertThat(found.exit()).isZero();
        assertThat(found.items())
                .extracting(slot ->
                        slot.get("start").asText() + " " + slot.get("end").asText())
                .containsExactly(
                        "2027-03-01T10:00:00+01:00 2027-03-01T11:00:00+01:00",
                        "2027-03-01T13:00:00+01:00 2027-03-01T14:00:00+01:00",
                        "2027-03-01T14:00:00+01:00 2027-03-01T15:00:00+01:00");
        assertThat(found.summary().get("slots").asInt()).isEqualTo(3);
    }

    @Test
    void stepAndBuffer_areTakenIntoAccount() {
        Path work = feed("work", Ics.event("standup", "Stand-up"));

        assertThat(starts(free(
                        List.of(work),
                        "--duration",
                        "PT1H",
                        "--hours",
                        "09:00-12:00",
                        "--step",
                        "PT30M",
                        "--buffer",
                        "PT15M")))
                .containsExactly("2027-03-01T10:30:00+01:00", "2027-03-01T11:00:00+01:00");
    }

    @Test
    void onWeekdaysOnly_theWeekendIsNotFree() {
        Path work = feed("work", Ics.event("standup", "Stand-up"));

        Cli found = Cli.run(
                "feed",
                "free",
                work,
                "--json",
                "--from",
                "2027-03-05",
                "--to",
                "2027-03-09",
                "--zone",
                "Europe/Berlin",
                "--duration",
                "PT8H",
                "--hours",
                "09:00-17:00",
                "--weekdays");

        assertThat(starts(found)).containsExactly("2027-03-05T09:00:00+01:00", "2027-03-08T09:00:00+01:00");
    }

    @Test
    void ofAFeedThatCannotBeRead_nothingIsFree() {
        Path work = feed("work", Ics.event("standup", "Stand-up"));
        Path gone = folder.resolve("gone.ics");

        Cli found = free(List.of(work, gone), "--duration", "PT1H", "--hours", "09:00-17:00");

        assertThat(found.exit()).isEqualTo(3);
        assertThat(found.items()).isEmpty();
        assertThat(found.err()).hasSize(1);
        assertThat(found.summary().get("unknown")).hasSize(1);
    }

    @Test
    void whatCannotBeAsked_isBadUsageThatSaysWhy() {
        List<Path> work = List.of(feed("work", Ics.event("standup", "Stand-up")));

        assertThat(free(work, "--duration", "PT0S").err())
                .singleElement()
                .asString()
                .contains("length");
        assertThat(free(work, "--duration", "PT1H", "--hours", "9-5").err())
                .singleElement()
                .asString()
                .contains("09:00-17:30");
        assertThat(free(work, "--duration", "PT1H", "--step", "-PT1H").exit()).isEqualTo(2);
        assertThat(free(work, "--duration", "an hour").exit()).isEqualTo(2);
    }

    private Path feed(String name, String... events) {
        return Ics.write(folder.resolve(name + ".ics"), Ics.feed(events));
    }

    private static List<String> starts(Cli found) {
        return found.items().stream().map(slot -> slot.get("start").asText()).toList();
    }

    private static Cli free(List<Path> feeds, String... more) {
        List<Object> args = new ArrayList<>(List.of("feed", "free"));
        args.addAll(feeds);
        args.addAll(List.of("--json", "--from", "2027-03-01", "--to", "2027-03-02", "--zone", "Europe/Berlin"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray());
    }
}
