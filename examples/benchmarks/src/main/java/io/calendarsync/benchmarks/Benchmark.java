package io.calendarsync.benchmarks;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured beside its peers, in one run on one machine. */
public interface Benchmark {

    /** Returns what it is called on the command line. */
    String name();

    /** Returns what it measures, in half a sentence. */
    String summary();

    /**
     * Measures.
     *
     * @param effort how thoroughly
     * @param progress is told how far it is, for who waits
     * @throws BenchmarkFailure if it could not be measured, or the contestants do not do the same
     */
    List<Comparison> run(Effort effort, Consumer<String> progress);
}
