package io.calendarsync.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.examples.Cli;
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
        assertThat(story.out().stream().filter(line -> line.contains("DELETED")))
                .hasSize(1);
    }
}
