package io.calendarsync.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.examples.Cli;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickstartCommandTest {

    @Test
    void theStoryGoesAsItIsTold() {
        Cli story = Cli.run("quickstart");

        assertThat(story.exit()).isZero();
        assertThat(story.err()).isEmpty();
        assertThat(story.out())
                .containsSubsequence(
                        "   -> CREATED \"Stand-up\" (first reading)",
                        "   DONE [5 events kept]",
                        "   -> UPDATED \"Stand-up\"",
                        "        START: 2027-03-01T09:00+01:00[Europe/Berlin] -> 2027-03-01T10:00+01:00[Europe/Berlin]",
                        "   FAILED: The feed ends without END:VCALENDAR: it was cut short [5 events kept]",
                        "   -> REVIEW NEEDED: 5 of 5 events are missing",
                        "   -> DELETED \"Retreat\"",
                        "   DONE [4 events kept]",
                        "   Not read yet, so: 0 slots, for one calendar is NOT_YET_SYNCED",
                        "   DOUBLE BOOKED 14:30-15:00: \"Review with the customer\" and \"Parents' evening\"",
                        "   Free for an hour: 09:00-10:00, 10:00-11:00, 11:00-12:00, 13:00-14:00, 16:00-17:00");
        assertThat(told(story, 1, 7))
                .filteredOn(line -> line.contains("DELETED"))
                .hasSize(1);
    }

    @Test
    void theStoryOfGoogleGoesAsItIsTold() {
        Cli story = Cli.run("quickstart");

        assertThat(told(story, 7, 8))
                .as("connected, read and watched")
                .containsExactly(
                        "   CONNECTED anna@example.com to READ its calendars",
                        "   -> CREATED \"Lunch with Ben\" (first reading)",
                        "   -> CREATED \"Review\" (first reading)",
                        "   -> CREATED \"Dentist\" (first reading)",
                        "   DONE [3 events kept]",
                        "   The watch is ACTIVE until 2027-03-08");
        assertThat(told(story, 8, 9))
                .as("an edit, told by its push")
                .containsExactly(
                        "   -> UPDATED \"Review\"",
                        "        START: 2027-03-02T14:00+01:00[Europe/Berlin] -> 2027-03-02T16:00+01:00[Europe/Berlin]");
        assertThat(told(story, 9, 10))
                .as("a forged push")
                .containsExactly("   Answered with 202 and nothing else; readings it caused: 0");
        assertThat(told(story, 10, 11))
                .as("a token that is over")
                .containsExactly("   DONE [3 events kept]", "   Tokens renewed: 1");
        assertThat(told(story, 11, 12))
                .as("a watch that ends")
                .containsExactly(
                        "   The watch is ACTIVE until 2027-03-14",
                        "   New channels are open, those before are stopped.");
        assertThat(told(story, 12, 13))
                .as("a lost cursor, with one deletion that is real")
                .containsExactly(
                        "   -> DELETED \"Lunch with Ben\"",
                        "   DONE [2 events kept]",
                        "Nothing was lost, and nothing was deleted that somebody had not deleted.");
    }

    /** Returns the lines from one step's title to another's, without both. */
    private static List<String> told(Cli story, int step, int next) {
        List<String> lines = story.out();
        int end = index(lines, next);
        return lines.subList(index(lines, step) + 1, end < 0 ? lines.size() : end).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static int index(List<String> lines, int step) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).startsWith(step + ". "))
                .findFirst()
                .orElse(-1);
    }
}
