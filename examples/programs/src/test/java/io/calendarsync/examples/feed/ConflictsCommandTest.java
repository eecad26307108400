package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsCommandTest {

    private static final List<String> MARCH = List.of("--from", "2027-03-01", "--to", "2027-04-01");

    @TempDir
    Path folder;

    @Test
    void whatTakesPlaceAtTheSameTime_isPrintedWithTheTimeBothTake() {
        Path work = feed("work", Ics.event("standup", "Stand-up", "RRULE:FREQ=DAILY;COUNT=3"));
        Path home = feed(
                "home",
                Ics.event("dentist", "Dentist", "DTSTART:20270302T083000Z", "DURATION:PT2H"),
                Ics.event("film", "Film", "DTSTART:20270302T190000Z", "DURATION:PT2H"));

        Cli found = conflicts(work, home);

        assertThat(found.exit()).isZero();
        assertThat(found.items()).hasSize(1);
        JsonNode clash = found.items().get(0);
        assertThat(clash.at("/a/title").asText()).isEqualTo("Stand-up");
        assertThat(clash.at("/a/recurrenceId").asText()).isEqualTo("2027-03-02T09:00:00+01:00");
        assertThat(clash.at("/a/source").asText()).startsWith("work.ics#");
        assertThat(clash.at("/b/title").asText()).isEqualTo("Dentist");
        assertThat(clash.at("/b/start").asText()).isEqualTo("2027-03-02T09:30:00+01:00");
        assertThat(clash.get("from").asText()).isEqualTo("2027-03-02T09:30:00+01:00");
        assertThat(clash.get("to").asText()).isEqualTo("2027-03-02T10:00:00+01:00");
        assertThat(found.summary().get("conflicts").asInt()).isEqualTo(1);
        assertThat(found.summary().get("events").asInt()).isEqualTo(3);
    }

    /** What is free, declined or cancelled blocks nothing, and the same meeting in two feeds is one. */
    @Test
    void whatBlocksNoTime_andTheSameMeetingTwice_doNotClash() {
        Path work = feed("work", Ics.event("review", "Review"), Ics.event("cake", "Cake", "TRANSP:TRANSPARENT"));
        Path home = feed("home", Ics.event("review", "Review"), Ics.event("off", "Off", "STATUS:CANCELLED"));

        assertThat(conflicts(work, home).items()).isEmpty();
    }

    @Test
    void aWholeDay_isTheDayOfTheZoneAskedFor() {
        Path work = feed("work", Ics.event("night", "Night shift", "DTSTART:20270302T233000Z", "DURATION:PT15M"));
        Path home = feed("home", Ics.event("off", "Day off", "DTSTART;VALUE=DATE:20270303"));

        assertThat(conflicts(work, home).items()).hasSize(1);
        assertThat(Cli.run("feed", "conflicts", work, home, "--json", "--from", "2027-03-01", "--to", "2027-04-01")
                        .items())
                .isEmpty();
    }

    @Test
    void ofAFeedThatCannotBeRead_itIsSaidThatNothingIsKnown() {
        Path work = feed("work", Ics.event("a", "One"), Ics.event("b", "Other"));
        Path broken = Ics.write(folder.resolve("broken.ics"), "<html>");

        Cli found = conflicts(work, broken);

        assertThat(found.exit()).isEqualTo(3);
        assertThat(found.items()).hasSize(1);
        assertThat(found.err()).singleElement().asString().contains("broken.ics", "HTML");
        JsonNode unknown = found.summary().get("unknown").get(0);
        assertThat(unknown.get("source").asText()).startsWith("broken.ics#");
        assertThat(unknown.get("why").asText()).isEqualTo("notYetSynced");
        assertThat(unknown.get("from").asText()).isEqualTo("2027-03-01T00:00:00+01:00");
    }

    @Test
    void forPeople_eachConflictIsALine() {
        Path work = feed("work", Ics.event("a", "One"), Ics.event("b", "Other"));

        Cli found = Cli.run("feed", "conflicts", work, "--from", "2027-03-01", "--to", "2027-04-01");

        assertThat(found.out().get(0)).contains("2027-03-01T08:00:00Z", "One (work.ics#", "Other (work.ics#");
        assertThat(found.out().get(1)).startsWith("sources 1, events 2, conflicts 1;");
    }

    @Test
    void withoutASource_nothingIsDone() {
        assertThat(Cli.run("feed", "conflicts", "--from", "2027-03-01", "--to", "2027-04-01")
                        .exit())
                .isEqualTo(2);
    }

    private Path feed(String name, String... events) {
        return Ics.write(folder.resolve(name + ".ics"), Ics.feed(events));
    }

    private static Cli conflicts(Path... feeds) {
        List<Object> args = new ArrayList<>(List.of("feed", "conflicts"));
        args.addAll(List.of(feeds));
        args.addAll(MARCH);
        args.addAll(List.of("--zone", "Europe/Berlin", "--json"));
        return Cli.run(args.toArray());
    }
}
