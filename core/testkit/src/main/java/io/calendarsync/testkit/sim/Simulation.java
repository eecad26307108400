package io.calendarsync.testkit.sim;

import io.calendarsync.testkit.Shrinker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs histories of the real engine on virtual time: nodes that die at any call, a store that loses answers, a provider
 * that forgets, clocks that jump, notices that never come. After each history everything heals, and every promise is
 * looked at. The same seed gives the same history on every machine. Immutable.
 *
 * @since 0.1
 */
public final class Simulation {

    private static final int SHRINKING_RUNS = 400;
    private static final int MOST_FAILURES = 5;

    private final int threads;

    /** Creates one that uses all processors. */
    public Simulation() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Creates one.
     *
     * @param threads how many histories are run at a time
     */
    public Simulation(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread runs histories: " + threads);
        }
        this.threads = threads;
    }

    /**
     * Runs the histories of those seeds, prints what broke as it is found and the counts at the end. Stops early where
     * more than a few histories fail.
     *
     * @param fromSeed the first seed
     * @param toSeed the seed after the last
     * @param out where to print
     * @return what came of it
     */
    public SimulationReport run(long fromSeed, long toSeed, PrintStream out) {
        long began = System.nanoTime();
        AtomicLong next = new AtomicLong(fromSeed);
        Tally tally = new Tally();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> work(next, toSeed, tally, out), "simulation-" + i);
            worker.start();
            workers.add(worker);
        }
        workers.forEach(Simulation::await);
        SimulationReport report = tally.report(Duration.ofNanos(System.nanoTime() - began));
        out.print(report);
        report.tooRare().forEach(kind -> out.println("too rare to say anything: " + kind));
        return report;
    }

    /**
     * Runs the history of one seed.
     *
     * @param seed which
     * @return what broke, absent where every promise was kept
     */
    public Optional<String> history(long seed) {
        Scenario scenario = Scenario.of(seed);
        return Story.run(scenario, scenario.steps(), new Counts());
    }

    private static void work(AtomicLong next, long toSeed, Tally tally, PrintStream out) {
        for (long seed = next.getAndIncrement(); seed < toSeed; seed = next.getAndIncrement()) {
            if (tally.failures() >= MOST_FAILURES) {
                return;
            }
            Scenario scenario = Scenario.of(seed);
            List<Step> steps = scenario.steps();
            Counts counts = new Counts();
            Optional<String> broken = Story.run(scenario, steps, counts);
            tally.add(steps.size(), counts);
            if (broken.isPresent()) {
                SimulationReport.Failure failure = shrink(scenario, steps, broken.get());
                tally.add(failure);
                out.println(failure);
            }
        }
    }

    private static SimulationReport.Failure shrink(Scenario scenario, List<Step> steps, String what) {
        List<Step> left = new Shrinker(SHRINKING_RUNS)
                .shrink(steps, fewer -> Story.run(scenario, fewer, new Counts()).isPresent())
                .operations();
        String broken = Story.run(scenario, left, new Counts()).orElse(what);
        return new SimulationReport.Failure(
                scenario.seed(), broken, left.stream().map(Step::toString).toList());
    }

    private static void await(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What all threads have seen. Thread-safe. */
    private static final class Tally {
        private final Counts counts = new Counts();
        private final List<SimulationReport.Failure> failures = new ArrayList<>();
        private long histories;
        private long steps;

        synchronized void add(int taken, Counts seen) {
            histories++;
            steps += taken;
            counts.addAll(seen.all());
        }

        synchronized void add(SimulationReport.Failure failure) {
            failures.add(failure);
        }

        synchronized int failures() {
            return failures.size();
        }

        synchronized SimulationReport report(Duration elapsed) {
            List<SimulationReport.Failure> sorted = failures.stream()
                    .sorted(Comparator.comparingLong(SimulationReport.Failure::seed))
                    .toList();
            return new SimulationReport(histories, steps, elapsed, counts.all(), sorted);
        }
    }
}
