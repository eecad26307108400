package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void aThousandHistories_keepEveryPromise_andMeetEveryFaultOftenEnough() {
        SimulationReport report = new Simulation().run(1, 1001, System.out);
        assertThat(report.failures()).isEmpty();
        assertThat(report.tooRare()).isEmpty();
    }

    @Test
    void aSeed_givesTheSameHistoryAgain() {
        Scenario scenario = Scenario.of(7);
        Counts once = new Counts();
        Counts again = new Counts();
        Optional<String> first = Story.run(scenario, scenario.steps(), once);
        assertThat(Story.run(scenario, scenario.steps(), again)).isEqualTo(first);
        assertThat(again.all()).isEqualTo(once.all());
    }
}
