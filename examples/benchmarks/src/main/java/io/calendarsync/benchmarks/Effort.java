package io.calendarsync.benchmarks;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param rounds how often every contestant has its turn, each time in a JVM of its own; so a machine that slows down
 *     for a while slows all of them down
 * @param forked whether in a JVM of its own; otherwise in this one, which measures nothing that counts
 * @param warmups how many stretches are run before measuring, each time
 * @param measurements how many stretches are measured, each time
 * @param stretch how long such a stretch is
 * @param full whether the data is of its full size
 */
public record Effort(int rounds, boolean forked, int warmups, int measurements, Duration stretch, boolean full) {

    /** For figures to rely on: some minutes. */
    public static final Effort FULL = new Effort(3, true, 3, 4, Duration.ofMillis(600), true);

    /** For a look: a minute or two. */
    public static final Effort QUICK = new Effort(1, true, 3, 3, Duration.ofMillis(200), true);

    /** To see that it still runs: a second or two. */
    public static final Effort SMOKE = new Effort(1, false, 0, 1, Duration.ofMillis(1), false);
}
