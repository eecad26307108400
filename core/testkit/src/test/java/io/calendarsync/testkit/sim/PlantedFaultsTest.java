package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation is worth what it finds: each of these faults is to be caught within the first thousand histories. */
@Execution(ExecutionMode.CONCURRENT)
class PlantedFaultsTest {

    private static final long FIRST = 1;
    private static final long LAST = 1000;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    /** The seed that caught it before is tried first; all of them are, where it does not any more. */
    @EnabledIfSystemProperty(
            named = "calendarsync.simulation",
            matches = "full",
            disabledReason = "takes a quarter of an hour: run with -Dcalendarsync.simulation=full")
    @ParameterizedTest
    @MethodSource("faults")
    void fault_isCaught(PlantedFault fault) throws Exception {
        MutatedEngine engine = MutatedEngine.with(fault);
        LongStream hint = LongStream.of(fault.caughtBy()).filter(seed -> FIRST <= seed && seed <= LAST);
        PrimitiveIterator.OfLong seeds =
                LongStream.concat(hint, LongStream.rangeClosed(FIRST, LAST)).iterator();
        while (seeds.hasNext()) {
            long seed = seeds.nextLong();
            Optional<String> broken = engine.history(seed);
            if (broken.isPresent()) {
                System.out.println(fault.name() + " is caught by seed " + seed + ": " + firstLine(broken.get()));
                return;
            }
        }
        assertThat(fault).as("caught by any of %d histories", LAST).isNull();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault_standsInItsClassOnce(PlantedFault fault) throws Exception {
        assertThat(MutatedEngine.source(fault)).contains(fault.replacement());
    }

    @Test
    void names_areTheirOwn() {
        assertThat(faults()).extracting(PlantedFault::name).doesNotHaveDuplicates();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
