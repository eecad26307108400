package io.calendarsync.benchmarks.quota;

import io.calendarsync.CalendarSync;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The course of the time: all nodes work at once until none finds anything to do, while callers come; only then does the
 * clock go on, a quarter of a second or to what is due next.
 */
final class Course {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration REPORT_EVERY = Duration.ofMinutes(5);
    private static final int JOBS = 1_000;

    private final Fleet fleet;
    private final VirtualClock clock;
    private final Readings readings;
    private final Callers callers;
    private final Usage usage;
    private final Consumer<String> progress;

    Course(
            Fleet fleet,
            VirtualClock clock,
            Readings readings,
            Callers callers,
            Usage usage,
            Consumer<String> progress) {
        this.fleet = fleet;
        this.clock = clock;
        this.readings = readings;
        this.callers = callers;
        this.usage = usage;
        this.progress = progress;
    }

    /**
     * Goes on until every calendar was read, and read again; returns how long it took until the last was
     * read first, to the next step.
     *
     * @throws BenchmarkFailure if that takes more than a day
     */
    Duration run() {
        int all = fleet.calendars().size();
        Instant begin = clock.instant();
        Instant report = begin;
        Duration first = STEP;
        ExecutorService threads = Executors.newFixedThreadPool(fleet.nodes().size() + 1);
        try {
            while (readings.again() < all || callers.isAnyoneWaiting()) {
                settle(threads);
                Duration passed = Duration.between(begin, clock.instant());
                first = readings.once() < all ? passed.plus(STEP) : first;
                if (passed.compareTo(LONGEST) > 0) {
                    throw new BenchmarkFailure("of " + all + " calendars only " + readings.once() + " were read, and "
                            + readings.again() + " again, within " + LONGEST);
                }
                if (!clock.instant().isBefore(report)) {
                    report = report.plus(REPORT_EVERY);
                    progress.accept(QuotaBenchmark.NAME + ": after " + passed + " " + readings.once()
                            + " calendars are read, " + readings.again() + " again, " + readings.putOff()
                            + " times put off; " + usage.all());
                }
                advance();
                usage.noteUntil(clock.instant());
            }
        } finally {
            threads.shutdownNow();
        }
        return first;
    }

    private void advance() {
        Instant least = clock.instant().plus(STEP);
        Instant due = fleet.nodes().get(0).work().nextDue().orElse(Instant.MAX);
        Instant next = due.isBefore(callers.next()) ? due : callers.next();
        clock.jumpTo(next.isBefore(least) || callers.isAnyoneWaiting() ? least : next);
    }

    private void settle(ExecutorService threads) {
        List<Callable<Integer>> all = new ArrayList<>();
        for (CalendarSync node : fleet.nodes()) {
            all.add(() -> node.work().runDue(JOBS));
        }
        all.add(() -> callers.serve(clock.instant()));
        while (together(threads, all) > 0) {
            // What was done may have made something due, and somebody's wait may be over.
            continue;
        }
    }

    private static int together(ExecutorService threads, List<Callable<Integer>> all) {
        try {
            int done = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                done += one.get();
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", stopped);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof BenchmarkFailure failure
                    ? failure
                    : new BenchmarkFailure("a node fails: " + fault.getCause(), fault);
        }
    }
}
