package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import io.calendarsync.benchmarks.Sorted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

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
        Map<Contestant, List<Turn>> turns = measure(
                entrance,
                List.of(Contestant.DISCARDING, Contestant.SCANNING, Contestant.TYPED, Contestant.ADAPTER),
                Math.min(2, effort.warmups()),
                Math.min(3, effort.measurements()));
        String subject = "adapter, recorded pages";
        return both(
                subject,
                turns,
                Contestant.ADAPTER,
                Map.of(Contestant.DISCARDING, GOAL_DISCARDING, Contestant.TYPED, GOAL_TYPED),
                List.of(Contestant.DISCARDING, Contestant.SCANNING, Contestant.TYPED));
    }

    /** Returns how the adapter and the whole library compare where the sandbox works as it goes. */
    List<Comparison> live(Entrance entrance) {
        Map<Contestant, List<Turn>> turns = measure(
                entrance,
                List.of(
                        Contestant.DISCARDING,
                        Contestant.TYPED,
                        Contestant.ADAPTER,
                        Contestant.ENGINE,
                        Contestant.ENGINE_POSTGRESQL),
                Math.min(1, effort.warmups()),
                Math.min(2, effort.measurements()));
        List<Contestant> peers = List.of(Contestant.DISCARDING, Contestant.TYPED);
        List<Comparison> all = new ArrayList<>(both(
                "adapter, from the sandbox",
                turns,
                Contestant.ADAPTER,
                Map.of(Contestant.DISCARDING, GOAL_DISCARDING, Contestant.TYPED, GOAL_TYPED),
                peers));
        for (Contestant ours : List.of(Contestant.ENGINE, Contestant.ENGINE_POSTGRESQL)) {
            all.addAll(both(ours.label() + ", from the sandbox", turns, ours, Map.of(), peers));
        }
        return all;
    }

    /** Compares by the clock, where the goals are, and by processor time. */
    private static List<Comparison> both(
            String subject,
            Map<Contestant, List<Turn>> turns,
            Contestant ours,
            Map<Contestant, Double> goals,
            List<Contestant> peers) {
        List<Comparison> all = new ArrayList<>();
        for (Contestant peer : peers) {
            OptionalDouble goal =
                    goals.containsKey(peer) ? OptionalDouble.of(goals.getOrDefault(peer, 0.0)) : OptionalDouble.empty();
            all.add(compare(subject, ours, peer, turns, Turn::wall, goal));
            all.add(compare(subject + ", processor time", ours, peer, turns, Turn::processor, OptionalDouble.empty()));
        }
        return all;
    }

    private Map<Contestant, List<Turn>> measure(
            Entrance entrance, List<Contestant> contestants, int warmups, int measurements) {
        Map<Contestant, List<Turn>> turns = new EnumMap<>(Contestant.class);
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Contestant contestant : contestants) {
                progress.accept("google: round " + round + " of " + effort.rounds() + ", " + contestant.label());
                turns.computeIfAbsent(contestant, first -> new ArrayList<>())
                        .addAll(turns(new ReadingProcess(contestant, entrance, warmups, measurements)));
            }
        }
        return turns;
    }

    private List<Turn> turns(ReadingProcess process) {
        if (effort.forked()) {
            return process.run("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                    .orElseThrow(() -> new BenchmarkFailure(process.contestant().label() + " did not get to its end"));
        }
        try {
            return List.of(Turn.of(process.contestant(), process.entrance()));
        } catch (IOException fault) {
            throw new BenchmarkFailure(process.contestant().label() + " cannot read", fault);
        }
    }

    private static Comparison compare(
            String subject,
            Contestant ours,
            Contestant theirs,
            Map<Contestant, List<Turn>> turns,
            Function<Turn, Long> figure,
            OptionalDouble goal) {
        return new Comparison(
                GoogleBenchmark.NAME,
                subject,
                millis(turns.getOrDefault(ours, List.of()), figure),
                "ms",
                theirs.label(),
                millis(turns.getOrDefault(theirs, List.of()), figure),
                goal);
    }

    private static double millis(List<Turn> turns, Function<Turn, Long> figure) {
        return Sorted.of(turns.stream().map(figure).toList()).median() / NANOS_A_MILLI;
    }
}
