package io.calendarsync.engine.record;

import io.calendarsync.CalendarSyncException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries that failed: exponential with full jitter, so that what failed together does not come back
 * together.
 *
 * @param first the longest pause after the first failure
 * @param most the longest pause after any
 */
public record Backoff(Duration first, Duration most) {

    /** Returns the library's own: half a minute to an hour. */
    public static Backoff standard() {
        return new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));
    }

    /**
     * Returns how long to wait.
     *
     * @param failures how often in a row it failed, 1 or more
     */
    public Duration pause(int failures, RandomGenerator dice) {
        long ceiling = first.toMillis() << Math.min(failures - 1, 20);
        long millis = Math.min(most.toMillis(), ceiling);
        return Duration.ofMillis(millis / 10 + dice.nextLong(millis - millis / 10 + 1));
    }

    /**
     * Returns how long to wait where the provider may have asked for a pause, which is kept even if it is longer.
     *
     * @param failures how often in a row it failed, 1 or more
     */
    public Duration pause(int failures, CalendarSyncException fault, RandomGenerator dice) {
        Duration own = pause(failures, dice);
        Duration asked = fault.source().retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(own) > 0 ? asked : own;
    }
}
