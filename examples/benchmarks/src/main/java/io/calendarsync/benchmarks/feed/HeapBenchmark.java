package io.calendarsync.benchmarks.feed;

import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How much heap a feed of 100 MB takes: the smallest with which a JVM of its own gets to the end. The feed is served by
 * this process, so the other one holds nothing but what reading and storing need.
 */
public final class HeapBenchmark implements Benchmark {

    private static final int EVENTS = 83_000;
    private static final int FEW_EVENTS = 200;
    private static final int LIMIT_MEGABYTES = 256;

    /** Sizes of heap that are tried. */
    private static final List<Integer> SIZES = List.of(
            32, 64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 1_024, 1_536, 2_048, 3_072, 4_096);

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String summary() {
        return "the smallest heap that reads and stores a feed of 100 MB";
    }

    @Override
    public List<Comparison> run(Effort effort, Consumer<String> progress) {
        int events = effort.full() ? EVENTS : FEW_EVENTS;
        List<Comparison> comparisons = new ArrayList<>();
        try (FeedServer server = FeedServer.start(LargeFeed.write(events, 1))) {
            for (HeapTask task : HeapTask.values()) {
                HeapTrial trial = new HeapTrial(task, server.address(), events);
                comparisons.add(compare(task.subject(), smallest(trial, progress)));
            }
        }
        return comparisons;
    }

    private Comparison compare(String subject, int megabytes) {
        return new Comparison(name(), subject, megabytes, "MB", "limit", LIMIT_MEGABYTES, OptionalDouble.of(1));
    }

    /** Halves the sizes that may suffice until one is left. */
    private int smallest(HeapTrial trial, Consumer<String> progress) {
        OptionalInt found = OptionalInt.empty();
        int low = 0;
        int high = SIZES.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int size = SIZES.get(middle);
            boolean suffices = trial.suffices(size);
            progress.accept(name() + ": " + trial + " with " + size + " MB: " + (suffices ? "suffices" : "too little"));
            if (suffices) {
                found = OptionalInt.of(size);
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return found.orElseThrow(
                () -> new BenchmarkFailure(trial + " needs more than " + SIZES.get(SIZES.size() - 1) + " MB"));
    }
}
