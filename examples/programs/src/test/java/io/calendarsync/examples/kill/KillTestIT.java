package io.calendarsync.examples.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.examples.Cli;
import org.junit.jupiter.api.Test;

/** The short version of {@code examples/run kill-test}, whose figures are in docs/reliability.md. */
class KillTestIT {

    @Test
    void whatIsKilledIsCompletedByTheNextRun() {
        Cli test = Cli.run("kill-test", "--rounds", 4, "--events", 300, "--slowness", 200, "--inside", 0);

        assertThat(test.exit()).as(String.join("\n", test.out())).isZero();
    }
}
