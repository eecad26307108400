package io.calendarsync.engine.log;

import java.time.Duration;

/**
 * How long a failing handler is borne with.
 *
 * @param attempts how often an entry is tried before its log is parked
 * @param first the pause after the first failure, doubled after each
 * @param most the longest pause
 */
public record Patience(int attempts, Duration first, Duration most) {

    /** Returns the library's own: 8 attempts over about 20 minutes. */
    public static Patience standard() {
        return new Patience(8, Duration.ofSeconds(10), Duration.ofMinutes(15));
    }

    Duration pause(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(most) > 0 ? most : pause;
    }
}
