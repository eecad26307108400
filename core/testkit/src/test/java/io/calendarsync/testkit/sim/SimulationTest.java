package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final long BEFORE = 1001;

    @Test
    void histories_keepEveryPromise_andMeetEveryFaultOftenEnough() {
        SimulationReport report = new Simulation().run(1, BEFORE, System.out);
        assertThat(report.failures()).isEmpty();
        assertThat(report.tooRare()).isEmpty();
    }

    /** 5735: a source that repeats old tombstones in each drain was listed again without pause, and for ever. */
    @ParameterizedTest
    @ValueSource(longs = {5735})
    void whatOnlyALongerRunFound_staysMended(long seed) {
        assertThat(new Simulation().history(seed)).isEmpty();
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
