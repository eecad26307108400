package io.calendarsync.benchmarks.agreement;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What we and a peer say of the same series.
 *
 * @param series the series
 * @param peer the peer's name
 * @param ours what we found
 * @param theirs what the peer found
 */
record Testimony(GeneratedSeries series, String peer, List<LocalDateTime> ours, List<LocalDateTime> theirs) {

    boolean isSame() {
        return ours.equals(theirs);
    }

    /** Returns whether they differ by nothing but which of two equal wall clocks is meant. */
    boolean differsInOverlapsOnly() {
        return series.kind() == GeneratedSeries.Kind.ZONED
                && ours.size() == theirs.size()
                && IntStream.range(0, ours.size())
                        .allMatch(i -> ours.get(i).equals(theirs.get(i)) || isSecondOfTwo(ours.get(i), theirs.get(i)));
    }

    private boolean isSecondOfTwo(LocalDateTime first, LocalDateTime second) {
        return series.own(first).equals(series.own(second))
                && Duration.between(first, second)
                        .equals(Duration.ofSeconds(series.zone()
                                        .getRules()
                                        .getOffset(first.toInstant(ZoneOffset.UTC))
                                        .getTotalSeconds()
                                - series.zone()
                                        .getRules()
                                        .getOffset(second.toInstant(ZoneOffset.UTC))
                                        .getTotalSeconds()));
    }

    @Override
    public String toString() {
        return series + ": ours " + ours + ", " + peer + " " + theirs;
    }
}
