package io.calendarsync.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
 * tries the one that caught it last; a search over all of them is made with {@code -Dcalendarsync.simulation=full}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlantedFaultsTest {

    private static final long FIRST = 1;
    private static final long LAST = 1000;

    /** As far as a build searches, so as to tell soon where a hint is stale. */
    private static final long LAST_IN_A_BUILD = 200;

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
        OptionalLong now = OptionalLong.empty();
        for (long seed : LongStream.rangeClosed(FIRST, last).toArray()) {
            if (isCaught(fault, engine, seed)) {
                now = OptionalLong.of(seed);
                break;
            }
        }
        if (now.isEmpty()) {
            fail("not caught by %d any more, nor by any of %d to %d", fault.caughtBy(), FIRST, last);
        }
        if (!whole) {
            fail("the hint is stale: not caught by %d any more, now caught by %d", fault.caughtBy(), now.getAsLong());
        }
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
