package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation is worth what it finds: each of these faults is to be caught within the first thousand histories. A build
 * tries the one that caught it last, then some; all of them are tried with {@code -Dcalendarsync.simulation=full}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlantedFaultsTest {

    private static final long FIRST = 1;
    private static final long LAST = 1000;

    /** As far as a build searches where the one that caught it last does not any more. */
    private static final long LAST_IN_A_BUILD = 100;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    /** A broken engine that goes on for ever calls the store for ever, and is stopped there; the limit is for the rest. */
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest
    @MethodSource("faults")
    void fault_isCaught(PlantedFault fault) throws Exception {
        MutatedEngine engine = MutatedEngine.with(fault);
        if (isCaught(fault, engine, fault.caughtBy())) {
            return;
        }
        boolean whole = System.getProperty("calendarsync.simulation", "").equals("full");
        long last = whole ? LAST : LAST_IN_A_BUILD;
        for (long seed : LongStream.rangeClosed(FIRST, last).toArray()) {
            if (isCaught(fault, engine, seed)) {
                System.out.println(fault.name() + " is not caught by " + fault.caughtBy() + " any more");
                return;
            }
        }
        fail(
                "caught neither by %d nor by any of %d to %d%s",
                fault.caughtBy(), FIRST, last, whole ? "" : ": search on with -Dcalendarsync.simulation=full");
    }

    private static boolean isCaught(PlantedFault fault, MutatedEngine engine, long seed) throws Exception {
        Optional<String> broken = engine.history(seed);
        broken.ifPresent(
                what -> System.out.println(fault.name() + " is caught by seed " + seed + ": " + firstLine(what)));
        return broken.isPresent();
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
