package io.calendarsync.benchmarks;

import java.util.OptionalDouble;

/**
 * Our figure beside a peer's; the smaller one wins.
 *
 * @param bench the name of the benchmark
 * @param subject what was measured, one case of it
 * @param ours our figure
 * @param unit what both figures count
 * @param peer who it is compared with
 * @param theirs the peer's figure
 * @param goal the most ours may be, in multiples of theirs; empty where it is only for comparison
 */
public record Comparison(
        String bench, String subject, double ours, String unit, String peer, double theirs, OptionalDouble goal) {

    /** Returns how many times theirs ours is. */
    public double ratio() {
        return ours / theirs;
    }

    /** Returns whether the goal is reached, as everything is that has none. */
    public boolean isMet() {
        return goal.isEmpty() || ratio() <= goal.getAsDouble();
    }
}
