package io.calendarsync.benchmarks.quota;

import io.calendarsync.benchmarks.Effort;
import java.time.Duration;

/**
 * How large a fleet is.
 *
 * @param accounts how many accounts are connected
 * @param each how many calendars each has
 * @param quota how many requests a minute the provider allows the application
 * @param between how long after a caller the next one comes
 */
record Size(int accounts, int each, int quota, Duration between) {

    private static final Size FULL = new Size(2_000, 50, 10_000, Duration.ofSeconds(2));
    private static final Size QUICK = new Size(100, 50, 1_000, Duration.ofSeconds(4));
    private static final Size FEW = new Size(4, 5, 60, Duration.ofSeconds(12));

    static Size of(Effort effort) {
        if (!effort.full()) {
            return FEW;
        }
        return effort.rounds() > 1 ? FULL : QUICK;
    }

    int calendars() {
        return accounts * each;
    }
}
