package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesCommandTest {

    @TempDir
    Path folder;

    private Cli instances(String feed, Object... more) {
        Object[] first = {"feed", "instances", Ics.write(folder.resolve("feed.ics"), feed), "--json"};
        Object[] args = new Object[first.length + more.length];
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Cli.run(args);
    }

    @Test
    void seriesAreExpandedWithTheirExceptionsInTheZoneAsked() {
        String feed = Ics.feed(
                Ics.event(
                        "standup", "Stand-up", "RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20270302T090000"),
                Ics.event(
                        "standup",
                        "Stand-up outside",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270303T090000",
                        "DTSTART;TZID=Europe/Berlin:20270303T110000",
                        "DURATION:PT1H"),
                Ics.event("offsite", "Offsite", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302"));

        Cli found = instances(feed, "--from", "2027-03-01", "--to", "2027-03-05", "--zone", "Europe/London");

        assertThat(found.exit()).isZero();
        assertThat(found.items())
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"uid\":\"offsite\",\"start\":\"2027-03-01\",\"end\":\"2027-03-02\",\"allDay\":true,\"title\":\"Offsite\"}",
                        instance("01T08", "01T08", "01T09", "Stand-up"),
                        instance("03T08", "03T10", "03T11", "Stand-up outside"),
                        instance("04T08", "04T08", "04T09", "Stand-up"));
        assertThat(found.summary().get("instances").asInt()).isEqualTo(4);
    }

    private static String instance(String original, String start, String end, String title) {
        return "{\"uid\":\"standup\",\"recurrenceId\":\"2027-03-" + original + ":00:00Z\",\"start\":\"2027-03-" + start
                + ":00:00Z\",\"end\":\"2027-03-" + end + ":00:00Z\",\"allDay\":false,\"title\":\"" + title + "\"}";
    }

    @Test
    void theSameStartIsOrderedByUid() {
        String feed = Ics.feed(Ics.event("b", "Second"), Ics.event("a", "First"), Ics.event("c", "Third"));

        assertThat(instances(feed, "--from", "2027-03-01", "--to", "2027-03-02").items())
                .extracting(line -> line.get("uid").asText())
                .containsExactly("a", "b", "c");
    }

    @Test
    void aRuleBombIsCutAndReported() {
        String bomb = Ics.event("bomb", "Tick", "RRULE:FREQ=SECONDLY");

        Cli found = instances(Ics.feed(bomb, Ics.event("a", "Review")), "--from", "2027-03-01", "--to", "2027-04-01");

        assertThat(found.exit()).isZero();
        assertThat(found.items()).anyMatch(line -> line.get("uid").asText().equals("a"));
        assertThat(found.summary().get("reasons").has("costlyRule")).isTrue();
    }

    @Test
    void whatIsNoFeedIsRefusedInOneLine() {
        Cli refused = instances("<html>", "--from", "2027-03-01", "--to", "2027-03-05");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).singleElement().asString().contains("HTML");
    }

    @Test
    void daysThatAreNoneAreBadUsage() {
        assertThat(instances(Ics.feed(), "--from", "soon", "--to", "2027-03-05").exit())
                .isEqualTo(2);
        assertThat(instances(Ics.feed(), "--from", "2027-03-05", "--to", "2027-03-01")
                        .exit())
                .isEqualTo(2);
        assertThat(instances(Ics.feed(), "--from", "2027-03-01", "--to", "2027-03-05", "--zone", "Mars/Olympus")
                        .exit())
                .isEqualTo(2);
    }
}
