package io.calendarsync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every benchmark still runs, on little data; what it measures then means nothing. */
class EveryBenchmarkTest {

    static List<Benchmark> benchmarks() {
        return Benchmarks.ALL;
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void everyBenchmark_comparesUsWithItsPeers(Benchmark benchmark) {
        List<String> steps = new ArrayList<>();

        List<Comparison> comparisons = benchmark.run(Effort.SMOKE, steps::add);

        assertThat(comparisons).isNotEmpty().allSatisfy(comparison -> {
            assertThat(comparison.bench()).isEqualTo(benchmark.name());
            assertThat(comparison.subject()).isNotBlank();
            assertThat(comparison.ours()).isPositive();
            assertThat(comparison.theirs()).isPositive();
        });
        assertThat(steps).isNotEmpty();
    }
}
