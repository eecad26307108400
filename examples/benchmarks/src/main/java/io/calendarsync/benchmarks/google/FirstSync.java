package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * How long the first reading of a calendar takes, over HTTP on this machine, compressed; each contestant in a JVM of its
 * own, taking turns. Confined to one thread.
 */
final class FirstSync {

    private static final double GOAL_DISCARDING = 1.2;
    private static final double GOAL_TYPED = 0.6;
    private static final double NANOS_A_MILLI = 1e6;

    private final Effort effort;
    private final Consumer<String> progress;

    FirstSync(Effort effort, Consumer<String> progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** Returns how the adapter alone compares: the server only sends what it has recorded. */
    List<Comparison> recorded(Entrance entrance) {
        Map<Contestant, List<Long>> nanos = measure(
                entrance,
                List.of(Contestant.DISCARDING, Contestant.SCANNING, Contestant.TYPED, Contestant.ADAPTER),
                Math.min(2, effort.warmups()),
                Math.min(3, effort.measurements()));
        String subject = "adapter, recorded pages";
        return List.of(
                compare(subject, Contestant.ADAPTER, Contestant.DISCARDING, nanos, OptionalDouble.of(GOAL_DISCARDING)),
                compare(subject, Contestant.ADAPTER, Contestant.SCANNING, nanos, OptionalDouble.empty()),
                compare(subject, Contestant.ADAPTER, Contestant.TYPED, nanos, OptionalDouble.of(GOAL_TYPED)),
                compare(
                        "floor: Jackson scan, recorded pages",
                        Contestant.SCANNING,
                        Contestant.DISCARDING,
                        nanos,
                        OptionalDouble.empty()));
    }

    /** Returns how the adapter and the whole library compare where the sandbox works as it goes. */
    List<Comparison> live(Entrance entrance) {
        Map<Contestant, List<Long>> nanos = measure(
                entrance,
                List.of(
                        Contestant.DISCARDING,
                        Contestant.TYPED,
                        Contestant.ADAPTER,
                        Contestant.ENGINE,
                        Contestant.ENGINE_H2),
                Math.min(1, effort.warmups()),
                Math.min(2, effort.measurements()));
        List<Comparison> all = new ArrayList<>();
        for (Contestant ours : List.of(Contestant.ADAPTER, Contestant.ENGINE, Contestant.ENGINE_H2)) {
            boolean goal = ours == Contestant.ADAPTER;
            String subject = ours.label() + ", from the sandbox";
            all.add(compare(subject, ours, Contestant.DISCARDING, nanos, goal(goal, GOAL_DISCARDING)));
            all.add(compare(subject, ours, Contestant.TYPED, nanos, goal(goal, GOAL_TYPED)));
        }
        return all;
    }

    private static OptionalDouble goal(boolean there, double value) {
        return there ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private Map<Contestant, List<Long>> measure(
            Entrance entrance, List<Contestant> contestants, int warmups, int measurements) {
        Map<Contestant, List<Long>> nanos = new EnumMap<>(Contestant.class);
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Contestant contestant : contestants) {
                progress.accept("google: round " + round + " of " + effort.rounds() + ", " + contestant.label());
                nanos.computeIfAbsent(contestant, first -> new ArrayList<>())
                        .addAll(nanos(new ReadingProcess(contestant, entrance, warmups, measurements)));
            }
        }
        return nanos;
    }

    private List<Long> nanos(ReadingProcess process) {
        if (effort.forked()) {
            return process.run("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")
                    .orElseThrow(() -> new BenchmarkFailure(process.contestant().label() + " did not get to its end"));
        }
        try {
            return List.of(ReadingChild.nanos(process.contestant(), process.entrance()));
        } catch (IOException fault) {
            throw new BenchmarkFailure(process.contestant().label() + " cannot read", fault);
        }
    }

    private static Comparison compare(
            String subject,
            Contestant ours,
            Contestant theirs,
            Map<Contestant, List<Long>> nanos,
            OptionalDouble goal) {
        return new Comparison(
                GoogleBenchmark.NAME,
                subject,
                millis(nanos.getOrDefault(ours, List.of())),
                "ms",
                theirs.label(),
                millis(nanos.getOrDefault(theirs, List.of())),
                goal);
    }

    private static double millis(List<Long> nanos) {
        return Sorted.of(nanos).median() / NANOS_A_MILLI;
    }
}
