package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation is worth what it finds: each of these faults is to be caught within the first thousand histories. */
class PlantedFaultsTest {

    private static final long FIRST = 1;
    private static final long LAST = 1000;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    /** Takes long: run with {@code -Dcalendarsync.simulation=full}. */
    @ParameterizedTest
    @MethodSource("faults")
    @EnabledIfSystemProperty(named = "calendarsync.simulation", matches = "full")
    void fault_isCaught(PlantedFault fault) throws Exception {
        MutatedEngine engine = MutatedEngine.with(fault);
        for (long seed = FIRST; seed <= LAST; seed++) {
            Optional<String> broken = engine.history(seed);
            if (broken.isPresent()) {
                System.out.println(fault.name() + " is caught by seed " + seed + ": " + firstLine(broken.get()));
                return;
            }
        }
        assertThat(fault).as("caught by any of %d histories", LAST).isNull();
    }

    @Test
    void names_areTheirOwn() {
        assertThat(faults()).extracting(PlantedFault::name).doesNotHaveDuplicates();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
