package io.calendarsync.examples.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.examples.Cli;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {

    @Test
    void aRangeOfSeedsIsRunWithBothItsEnds() {
        Cli run = Cli.run("simulate", "--seeds", "7..11");

        assertThat(run.exit()).as(String.join("\n", run.out())).isZero();
        assertThat(run.out().get(0)).startsWith("5 histories, ");
    }

    @Test
    void whatIsNoRangeIsBadUsage() {
        assertThat(Cli.run("simulate", "--seeds", "11..7").exit()).isEqualTo(2);
        assertThat(Cli.run("simulate", "--seeds", "all").exit()).isEqualTo(2);
    }
}
