package io.calendarsync.benchmarks.google;

import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import io.calendarsync.sandbox.GoogleSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Google calendar of 100,000 events read for the first time, beside the vendor's own client over the same bytes; the
 * heap that takes; what an idle poll costs; and how fast a push becomes a delivery. Google is the sandbox, over HTTP.
 */
public final class GoogleBenchmark implements Benchmark {

    static final String NAME = "google";

    private static final int LARGE = 100_000;
    private static final int SMALL = 10_000;
    private static final int FEW = 200;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "100,000 events of Google beside the vendor's client; idle polls, pushes, heap";
    }

    @Override
    public List<Comparison> run(Effort effort, Consumer<String> progress) {
        List<Comparison> comparisons = new ArrayList<>();
        progress.accept(NAME + ": an idle poll");
        comparisons.addAll(IdlePoll.measure());
        progress.accept(NAME + ": pushes");
        comparisons.addAll(PushDelay.measure(effort));
        progress.accept(NAME + ": filling the sandbox");
        try (GoogleSandbox sandbox = GoogleSandbox.start();
                Database database = Database.start()) {
            Entrance large = SandboxAccount.of(sandbox, "large@example.com", effort.full() ? LARGE : FEW)
                    .beside(database);
            try (Recording recording = Recording.of(large)) {
                progress.accept(NAME + ": " + recording.bytes() + " bytes of JSON");
                FirstSync first = new FirstSync(effort, progress);
                comparisons.addAll(0, first.live(large));
                comparisons.addAll(0, first.recorded(large.at(recording.root())));
            }
            if (effort.forked()) {
                Entrance small =
                        SandboxAccount.of(sandbox, "small@example.com", SMALL).beside(database);
                comparisons.addAll(new HeapGrowth(progress).compare(small, large));
            }
        }
        return comparisons;
    }
}
