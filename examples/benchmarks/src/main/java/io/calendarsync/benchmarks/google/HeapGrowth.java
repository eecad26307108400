package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * How the smallest heap with which a JVM of its own reads a calendar grows when the calendar is ten times as large.
 *
 * @param progress is told how far it is
 */
record HeapGrowth(Consumer<String> progress) {

    private static final double GOAL = 1.15;
    private static final int LEAST = 8;
    private static final int MOST = 256;
    private static final int STEP = 2;

    /** Returns how the adapter and the library into PostgreSQL grow. */
    List<Comparison> compare(Entrance small, Entrance large) {
        List<Comparison> all = new ArrayList<>();
        for (Contestant contestant : List.of(Contestant.ADAPTER, Contestant.ENGINE_POSTGRESQL)) {
            int theirs = smallest(contestant, small);
            int ours = smallest(contestant, large);
            all.add(new Comparison(
                    GoogleBenchmark.NAME,
                    "heap for " + large.events() + " events, " + contestant.label(),
                    ours,
                    "MB",
                    "for " + small.events(),
                    theirs,
                    OptionalDouble.of(GOAL)));
        }
        return all;
    }

    /** Halves the sizes that may suffice until one is left. */
    private int smallest(Contestant contestant, Entrance entrance) {
        int low = LEAST / STEP;
        int high = MOST / STEP;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean suffices = suffices(contestant, entrance, middle * STEP);
            progress.accept(GoogleBenchmark.NAME + ": " + contestant.label() + ", " + entrance.events()
                    + " events with " + middle * STEP + " MB: " + (suffices ? "suffices" : "too little"));
            if (suffices) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == MOST / STEP) {
            throw new BenchmarkFailure(contestant.label() + " needs more than " + (MOST - STEP) + " MB");
        }
        return low * STEP;
    }

    private static boolean suffices(Contestant contestant, Entrance entrance, int megabytes) {
        return new ReadingProcess(contestant, entrance, 0, 1)
                .run("-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .isPresent();
    }
}
