package io.calendarsync.benchmarks;

import java.util.List;

/**
 * Figures in their order.
 *
 * @param figures the least first, at least one
 */
public record Sorted(List<Double> figures) {

    /** Puts them in their order. */
    public static Sorted of(List<? extends Number> figures) {
        if (figures.isEmpty()) {
            throw new BenchmarkFailure("nothing was measured");
        }
        return new Sorted(figures.stream().map(Number::doubleValue).sorted().toList());
    }

    /** Returns the one in the middle. */
    public double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    /** Returns the least that is not exceeded by 99 in 100. */
    public double p99() {
        return figures.get((int) Math.ceil(figures.size() * 0.99) - 1);
    }

    /** Returns the greatest. */
    public double most() {
        return figures.get(figures.size() - 1);
    }
}
