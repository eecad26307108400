package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {

    @TempDir
    Path folder;

    private Cli sync(Object... more) {
        Object[] args = new Object[more.length + 5];
        Object[] first = {"feed", "sync", "--state", state(), "--json"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Cli.run(args);
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Path feed(String text) {
        return Ics.write(folder.resolve("team.ics"), text);
    }

    @Test
    void theFirstRunTellsAllEventsAndTheSecondOnlyTheSummary() {
        Path feed = feed(Ics.feed(
                Ics.event("a", "Stand-up", "RRULE:FREQ=DAILY;COUNT=3"),
                Ics.event("b", "Offsite", "DTSTART;VALUE=DATE:20270302", "DTEND;VALUE=DATE:20270304")));

        Cli first = sync(feed);

        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEmpty();
        JsonNode timed = first.items().stream()
                .filter(line -> line.get("uid").asText().equals("a"))
                .findFirst()
                .orElseThrow();
        assertThat(timed.toString())
                .isEqualTo("{\"type\":\"created\",\"source\":\""
                        + timed.get("source").asText()
                        + "\",\"uid\":\"a\",\"title\":\"Stand-up\",\"start\":\"2027-03-01T09:00:00+01:00\","
                        + "\"end\":\"2027-03-01T10:00:00+01:00\",\"allDay\":false,\"zone\":\"Europe/Berlin\","
                        + "\"status\":\"confirmed\",\"fields\":[],\"meanings\":[],\"initial\":true}");
        JsonNode days = first.items().stream()
                .filter(line -> line.get("uid").asText().equals("b"))
                .findFirst()
                .orElseThrow();
        assertThat(days.get("start").asText() + " " + days.get("end").asText()).isEqualTo("2027-03-02 2027-03-04");
        assertThat(days.get("allDay").asBoolean()).isTrue();
        assertThat(days.has("zone")).isFalse();
        assertThat(first.summary().get("created").asInt()).isEqualTo(2);
        assertThat(first.summary().get("bytes").asLong())
                .isEqualTo(feed.toFile().length());

        Cli second = sync(feed);

        assertThat(second.exit()).isZero();
        assertThat(second.items()).isEmpty();
        assertThat(second.summary().get("type").asText()).isEqualTo("summary");
        assertThat(second.summary().get("events").asInt()).isEqualTo(2);
    }

    @Test
    void anEditIsToldWithItsFieldsAndMeanings() {
        sync(feed(Ics.feed(Ics.event("a", "Review"), Ics.event("b", "Lunch"))));

        Cli edited = sync(feed(Ics.feed(Ics.event("a", "Review with the customer"), Ics.event("c", "Dinner"))));

        assertThat(edited.items())
                .extracting(line ->
                        line.get("type").asText() + " " + line.get("uid").asText())
                .containsExactlyInAnyOrder("updated a", "created c", "deleted b");
        JsonNode updated = edited.items().stream()
                .filter(line -> line.get("type").asText().equals("updated"))
                .findFirst()
                .orElseThrow();
        assertThat(updated.get("fields").toString())
                .isEqualTo("[{\"name\":\"title\",\"old\":\"Review\",\"new\":\"Review with the customer\"}]");
        assertThat(updated.get("meanings").toString()).isEqualTo("[\"retitled\"]");
        assertThat(updated.get("initial").asBoolean()).isFalse();
    }

    @Test
    void anInstanceIsToldByItsRecurrenceId() {
        Cli synced = sync(feed(Ics.feed(
                Ics.event("a", "Stand-up", "RRULE:FREQ=DAILY"),
                Ics.event(
                        "a",
                        "Stand-up outside",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270302T090000",
                        "DTSTART;TZID=Europe/Berlin:20270302T110000",
                        "DURATION:PT1H"))));

        assertThat(synced.items())
                .filteredOn(line -> line.has("recurrenceId"))
                .singleElement()
                .extracting(line -> line.get("recurrenceId").asText() + " "
                        + line.get("start").asText())
                .isEqualTo("2027-03-02T09:00:00+01:00 2027-03-02T11:00:00+01:00");
    }

    @Test
    void whatCouldNotBeUnderstoodIsInTheSummary() {
        Cli synced = sync(feed(Ics.feed(Ics.event("a", "Odd", "RRULE:FREQ=SOMETIMES"))));

        assertThat(synced.summary().get("degraded").asInt()).isOne();
        assertThat(synced.summary().get("reasons").toString()).isEqualTo("{\"unreadableRule\":1}");
        assertThat(synced.summary().at("/degradedEvents/0/uid").asText()).isEqualTo("a");
    }

    @Test
    void anAnswerThatIsNoWholeCalendarIsRefusedAndChangesNothing() {
        String whole = Ics.many(40);
        sync(feed(whole));

        refused(whole.substring(0, whole.length() / 2), "cut short");
        refused("<!DOCTYPE html><title>Sign in</title>", "HTML");
        refused("", "empty");

        Cli again = sync(feed(whole));
        assertThat(again.exit()).isZero();
        assertThat(again.items()).isEmpty();
        assertThat(again.summary().get("events").asInt()).isEqualTo(40);
    }

    private void refused(String text, String why) {
        Cli refused = sync(feed(text));
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.items()).isEmpty();
        assertThat(refused.err()).singleElement().asString().contains(why).doesNotContain("Exception");
        assertThat(refused.summary().get("events").asInt()).isEqualTo(40);
        assertThat(refused.summary().get("failed").asInt()).isOne();
    }

    @Test
    void deletionsThatLookLikeAMistakeAreHeldBackUntilTheyAreConfirmed() {
        sync(feed(Ics.many(100)));

        Cli lost = sync(feed(Ics.many(10)));
        assertThat(lost.exit()).isEqualTo(4);
        assertThat(lost.items()).isEmpty();
        assertThat(lost.err()).singleElement().asString().contains("90 of 100 events are missing");
        assertThat(sync(feed(Ics.many(10))).exit()).isEqualTo(4);
        assertThat(Cli.run("feed", "health", "--state", state(), "--json").exit())
                .isEqualTo(4);

        Cli confirmed = Cli.run("feed", "confirm", "--state", state(), "--json");
        assertThat(confirmed.exit()).isZero();
        assertThat(confirmed.items())
                .hasSize(90)
                .allMatch(line -> line.get("type").asText().equals("deleted"));
        assertThat(confirmed.summary().get("events").asInt()).isEqualTo(10);
        assertThat(sync(feed(Ics.many(10))).out()).hasSize(1);
        assertThat(Cli.run("feed", "health", "--state", state(), "--json").exit())
                .isZero();
    }

    @Test
    void deletionsThatEnoughReadingsAgreeOnAreToldAndNothingIsHeldBackAnyMore() {
        sync(feed(Ics.many(100)), "--now", "2026-02-01T00:00:00Z");
        feed(Ics.many(10));
        for (String now : List.of("2026-02-02T00:00:00Z", "2026-02-02T12:00:00Z", "2026-02-03T00:00:00Z")) {
            assertThat(sync(folder.resolve("team.ics"), "--now", now).exit()).isEqualTo(4);
        }

        Cli agreed = sync(folder.resolve("team.ics"), "--now", "2026-02-03T13:00:00Z");

        assertThat(agreed.err()).isEmpty();
        assertThat(agreed.exit()).isZero();
        assertThat(agreed.items()).hasSize(90);
        assertThat(agreed.summary().get("review").asInt()).isZero();
    }

    @Test
    void aStateThatWasEmptiedIsNotTakenForANewOne() throws IOException {
        sync(feed(Ics.many(3)));
        Files.write(state().resolve("state.mv.db"), new byte[0]);

        Cli emptied = sync(folder.resolve("team.ics"));

        assertThat(emptied.exit()).isEqualTo(3);
        assertThat(emptied.err()).singleElement().asString().contains("has been emptied");
    }

    @Test
    void whatIsHeldBackIsListedByHealth() {
        sync(feed(Ics.many(20)));
        sync(feed(Ics.many(2)));

        JsonNode health =
                Cli.run("feed", "health", "--state", state(), "--json").items().get(0);

        assertThat(health.get("missing")).hasSize(18);
        assertThat(health.get("missing"))
                .extracting(JsonNode::toString)
                .contains("{\"uid\":\"many-19\",\"title\":\"Number 19\",\"start\":\"2027-03-01T09:00:00+01:00\"}");
        assertThat(Cli.run("feed", "health", "--state", state()).out())
                .contains("    missing  2027-03-01T09:00:00+01:00  Number 19");
    }

    @Test
    void aConfirmationThatCannotReadTheFeedDeletesNothing() {
        sync(feed(Ics.many(100)));
        sync(feed(Ics.many(10)));
        feed("<html>");

        Cli failed = Cli.run("feed", "confirm", "--state", state(), "--json");

        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.items()).isEmpty();
        assertThat(failed.summary().get("type").asText()).isEqualTo("summary");
        assertThat(failed.err()).singleElement().asString().contains("nothing was deleted");
        assertThat(sync(feed(Ics.many(100))).summary().get("events").asInt()).isEqualTo(100);
    }

    @Test
    void aConfirmationDeletesNothingThatIsBack() {
        sync(feed(Ics.many(100)));
        sync(feed(Ics.many(10)));
        feed(Ics.many(100));

        Cli confirmed = Cli.run("feed", "confirm", "--state", state(), "--json");

        assertThat(confirmed.exit()).isZero();
        assertThat(confirmed.items()).isEmpty();
        assertThat(confirmed.summary().get("events").asInt()).isEqualTo(100);
    }

    @Test
    void aNameThatIsNotKeptKeepsTheOthersFromBeingDecided() {
        Path feed = feed(Ics.many(100));
        sync(feed);
        sync(feed(Ics.many(10)));

        Cli refused = Cli.run("feed", "confirm", feed, folder.resolve("other.ics"), "--state", state(), "--json");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(sync(feed).exit()).as("still held back").isEqualTo(4);
    }

    @Test
    void discardedDeletionsAreNotAskedAboutAgain() {
        sync(feed(Ics.many(100)));
        String named = sync(feed(Ics.many(10))).err().get(0).replaceFirst("^examples/run feed sync: (\\S+): .*", "$1");

        Cli discarded = Cli.run("feed", "discard", named, "--state", state(), "--json");

        assertThat(discarded.exit()).isZero();
        assertThat(discarded.items()).isEmpty();
        Cli after = sync(feed(Ics.many(10)));
        assertThat(after.exit()).isZero();
        assertThat(after.summary().get("events").asInt()).isEqualTo(100);
    }

    @Test
    void deletionsThatAreHeldBackLapseWhenTheEventsAreBack() {
        sync(feed(Ics.many(100)));
        sync(feed(Ics.many(10)));

        Cli back = sync(feed(Ics.many(100)));

        assertThat(back.exit()).isZero();
        assertThat(back.items()).isEmpty();
    }

    @Test
    void aSourceThatFailsDoesNotKeepTheOthersFromBeingRead() {
        Path good = feed(Ics.many(3));

        Cli synced = sync(folder.resolve("absent.ics"), good);

        assertThat(synced.exit()).isEqualTo(3);
        assertThat(synced.items()).hasSize(3);
        assertThat(synced.err())
                .singleElement()
                .asString()
                .contains("absent.ics")
                .contains("does not exist");
        assertThat(Cli.run("feed", "health", "--state", state(), "--json").items())
                .as("a feed that was never read is not kept")
                .hasSize(1);
    }

    @Test
    void withoutSourcesAllThatAreKeptAreSynced() {
        sync(feed(Ics.many(3)));
        feed(Ics.many(4));

        assertThat(sync().items()).hasSize(1);
    }

    @Test
    void whatAFeedDropsAfterItEndedLeftItsWindow() {
        String later = Ics.event("b", "Later", "DTSTART:20280701T090000Z");
        Path feed = feed(Ics.feed(Ics.event("a", "Review"), later));
        sync(feed, "--now", "2027-03-01T00:00:00Z");
        sync(feed, "--now", "2028-05-31T00:00:00Z");

        Cli after = sync(feed(Ics.feed(later)), "--now", "2028-06-01T00:00:00Z");

        assertThat(after.items())
                .extracting(line ->
                        line.get("type").asText() + " " + line.get("uid").asText())
                .containsExactly("leftWindow a");
    }

    @Test
    void theStateIsTheUsersAlone() throws IOException {
        sync(feed(Ics.many(3)));

        for (String file : new String[] {"key", "state.mv.db"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state().resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                .isEqualTo("rwx------");
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        sync(feed(Ics.many(3)));
        sync(Ics.write(folder.resolve("other.ics"), Ics.many(2)));
        Path key = state().resolve("key");
        Files.delete(key);

        isRefusedForTheKey();
        assertThat(key).doesNotExist();

        Files.writeString(key, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        isRefusedForTheKey();
        Files.writeString(key, "short");
        isRefusedForTheKey();
    }

    private void isRefusedForTheKey() {
        for (String command : new String[] {"sync", "health", "confirm"}) {
            Cli refused = Cli.run("feed", command, "--state", state(), "--json");

            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).singleElement().asString().contains("key").doesNotContain("RecordKey");
        }
    }

    @Test
    void fieldsAreToldInTheFormOfTheLine() {
        sync(feed(Ics.feed(Ics.event("a", "Review"))));

        Cli moved = sync(feed(Ics.feed(Ics.event(
                "a", "Review", "DTSTART;TZID=Europe/Berlin:20270301T100000", "DURATION:PT2H", "STATUS:TENTATIVE"))));

        assertThat(moved.items().get(0).get("fields"))
                .extracting(JsonNode::toString)
                .contains(
                        "{\"name\":\"start\",\"old\":\"2027-03-01T09:00:00+01:00\",\"new\":\"2027-03-01T10:00:00+01:00\"}",
                        "{\"name\":\"duration\",\"old\":\"PT1H\",\"new\":\"PT2H\"}",
                        "{\"name\":\"status\",\"old\":\"confirmed\",\"new\":\"tentative\"}");
    }

    @Test
    void badUsageIsOneLineAndExitCodeTwo() {
        for (Object[] args : new Object[][] {
            {"feed", "sync", "x.ics"},
            {"feed", "sync", "--state", state()},
            {"feed", "sync", "x.ics", "--state", state(), "--now", "yesterday"},
            {"feed", "sync", "x.ics", "--state", state(), "--now", "-999999999-01-01T00:00:00Z"},
            {"feed", "sync", "x.ics", "--state", state(), "--now", "+1000000000-12-31T23:59:59Z"},
            {"feed", "sync", "x.ics", "--state", state(), "--zone", "Mars/Olympus"},
            {"feed", "sync", "x.ics", "--state", ""},
            {"feed", "instances", "x.ics", "--from", "2027-03-01", "--to", "2027-03-01"},
            {"feed", "sync", "http://[secret/x.ics", "--state", state()},
            {"feed", "sync", "env:NO_SUCH_VARIABLE", "--state", state()},
            {"feed", "confirm", "--state", folder.resolve("absent")},
            {"feed", "frobnicate"},
            {"feed"},
        }) {
            Cli refused = Cli.run(args);
            assertThat(refused.exit()).as("%s", (Object) args).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .singleElement()
                    .asString()
                    .doesNotContain("secret")
                    .doesNotContain("java.");
        }
    }
}
