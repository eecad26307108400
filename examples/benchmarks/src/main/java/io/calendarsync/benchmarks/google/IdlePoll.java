package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Sorted;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a poll that finds nothing costs: requests and commits, counted rather than timed. Everything a node does counts,
 * claiming the job and sharing the budget too; polls that are due together share some of it. The figure is the median of
 * some rounds, so that what is due now and then is not taken for a poll's: the list of calendars, a token.
 */
final class IdlePoll {

    private static final int EVENTS = 100;
    private static final int MANY = 64;
    private static final int ROUNDS = 21;
    private static final int MOST_JOBS = 10_000;
    private static final Duration BETWEEN = Duration.ofMinutes(45);
    private static final double MOST_COMMITS = 2;

    /** A small commit fits a page of a database. */
    private static final double MOST_BYTES = 4_096;

    private final VirtualClock clock = new VirtualClock(Entrance.NOW);
    private final CountingStore store = new CountingStore(new InMemorySyncStore());

    private IdlePoll() {}

    /** Returns what polls cost beside what they may; one that asks more than once is a failure. */
    static List<Comparison> measure() {
        List<Comparison> all = new ArrayList<>(new IdlePoll().of(1, "idle poll"));
        all.addAll(new IdlePoll().of(MANY, "each of " + MANY + " idle polls"));
        return all;
    }

    private List<Comparison> of(int calendars, String subject) {
        try (GoogleSandbox sandbox = GoogleSandbox.builder().time(clock).start()) {
            Entrance entrance = SandboxAccount.of(sandbox, "idle@example.com", EVENTS);
            for (int i = 1; i < calendars; i++) {
                sandbox.user("idle@example.com").addCalendar("Calendar " + i);
            }
            try (OurEngine engine = OurEngine.connect(
                    OurEngine.builder(store, OurAdapter.provider(entrance)).clock(clock), entrance)) {
                engine.sync().work().runDue(MOST_JOBS);
                return rounds(engine, sandbox, calendars, subject);
            }
        }
    }

    private List<Comparison> rounds(OurEngine engine, GoogleSandbox sandbox, int calendars, String subject) {
        List<Double> requests = new ArrayList<>();
        List<Double> commits = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(BETWEEN);
            store.reset();
            sandbox.counters().reset();
            engine.sync().work().runDue(MOST_JOBS);
            double polls = calendars;
            requests.add(sandbox.counters().calls("events.list") / polls);
            commits.add(store.commits() / polls);
            bytes.add(store.bytes() / polls);
        }
        return List.of(
                limited(subject + ", requests", "requests", once(subject, requests), 1),
                limited(subject + ", commits", "commits", commits, MOST_COMMITS),
                limited(subject + ", payload written", "bytes", bytes, MOST_COMMITS * MOST_BYTES));
    }

    private static List<Double> once(String subject, List<Double> requests) {
        if (Sorted.of(requests).median() != 1) {
            throw new BenchmarkFailure(subject + ": " + Sorted.of(requests).median() + " requests, where one is to be");
        }
        return requests;
    }

    private static Comparison limited(String subject, String unit, List<Double> counts, double most) {
        return new Comparison(
                GoogleBenchmark.NAME, subject, Sorted.of(counts).median(), unit, "limit", most, OptionalDouble.of(1));
    }
}
