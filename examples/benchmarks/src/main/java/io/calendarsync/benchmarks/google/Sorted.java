package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import java.util.List;

/**
 * Figures in their order.
 *
 * @param figures the least first, at least one
 */
record Sorted(List<Double> figures) {

    static Sorted of(List<? extends Number> figures) {
        if (figures.isEmpty()) {
            throw new BenchmarkFailure("nothing was measured");
        }
        return new Sorted(figures.stream().map(Number::doubleValue).sorted().toList());
    }

    double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    /** Returns the least that is not exceeded by 99 in 100. */
    double p99() {
        return figures.get((int) Math.ceil(figures.size() * 0.99) - 1);
    }
}
