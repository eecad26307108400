package io.calendarsync.benchmarks;

import io.calendarsync.benchmarks.agenda.AgendaBenchmark;
import io.calendarsync.benchmarks.expand.ExpandBenchmark;
import io.calendarsync.benchmarks.feed.FeedBenchmark;
import io.calendarsync.benchmarks.feed.HeapBenchmark;
import io.calendarsync.benchmarks.google.GoogleBenchmark;
import io.calendarsync.benchmarks.quota.QuotaBenchmark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All benchmarks there are. */
final class Benchmarks {

    static final List<Benchmark> ALL = List.of(
            ExpandBenchmark.describe(),
            FeedBenchmark.describe(),
            AgendaBenchmark.describe(),
            new HeapBenchmark(),
            new GoogleBenchmark(),
            new QuotaBenchmark());

    private Benchmarks() {}

    static Optional<Benchmark> named(String name) {
        return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }

    static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }

    /** Returns a line for each. */
    static String[] list() {
        return ALL.stream()
                .map(benchmark -> String.format(Locale.ROOT, "  %-8s %s", benchmark.name(), benchmark.summary()))
                .toArray(String[]::new);
    }
}
