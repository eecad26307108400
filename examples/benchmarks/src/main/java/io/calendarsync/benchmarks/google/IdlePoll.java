package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a poll that finds nothing costs: requests and commits, counted rather than timed. */
final class IdlePoll {

    private static final int EVENTS = 100;
    private static final int POLLS = 20;
    private static final int MOST_COMMITS = 2;

    /** A small commit fits a page of a database. */
    private static final long MOST_BYTES = 4_096;

    private IdlePoll() {}

    /** Returns the worst of some polls, and fails where one costs more than it may. */
    static List<Comparison> measure() {
        VirtualClock clock = new VirtualClock(Entrance.NOW);
        CountingStore store = new CountingStore(new InMemorySyncStore());
        try (GoogleSandbox sandbox = GoogleSandbox.builder().time(clock).start()) {
            Entrance entrance = SandboxAccount.of(sandbox, "idle@example.com", EVENTS);
            try (OurEngine engine = OurEngine.connect(
                    OurEngine.builder(store, OurAdapter.provider(entrance)).clock(clock), entrance)) {
                engine.settle();
                return polls(engine, clock, store, sandbox);
            }
        }
    }

    private static List<Comparison> polls(
            OurEngine engine, VirtualClock clock, CountingStore store, GoogleSandbox sandbox) {
        List<Long> requests = new ArrayList<>();
        List<Long> commits = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        while (requests.size() < POLLS) {
            Instant due = engine.sync().work().nextDue().orElseThrow();
            clock.advance(Duration.between(clock.instant(), due).plusMillis(1));
            store.reset();
            sandbox.counters().reset();
            engine.sync().work().runDue(1);
            // What else is due now and then, the list of calendars for one, is no poll.
            if (sandbox.counters().calls("events.list") > 0) {
                requests.add(sandbox.counters().calls().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
                commits.add(store.commits());
                bytes.add(store.bytes());
            }
        }
        return List.of(
                limited("idle poll, requests", "requests", requests, 1),
                limited("idle poll, commits", "commits", commits, MOST_COMMITS),
                limited("idle poll, payload written", "bytes", bytes, MOST_COMMITS * MOST_BYTES));
    }

    private static Comparison limited(String subject, String unit, List<Long> counts, long most) {
        Sorted sorted = Sorted.of(counts);
        if (sorted.median() > most) {
            throw new BenchmarkFailure(subject + ": " + sorted.median() + ", which is more than " + most);
        }
        return new Comparison(
                GoogleBenchmark.NAME, subject, sorted.median(), unit, "limit", most, OptionalDouble.of(1));
    }
}
