package io.calendarsync.benchmarks;

/** A benchmark that has no figures to show. */
public final class BenchmarkFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why, in a sentence. */
    public BenchmarkFailure(String sentence) {
        super(sentence);
    }

    /** Says why, in a sentence, and what brought it about. */
    public BenchmarkFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
