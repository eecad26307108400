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
                        "   DONE [4 events kept]");
        assertThat(story.out().stream().filter(line -> line.contains("DELETED")))
                .hasSize(1);
    }
}
