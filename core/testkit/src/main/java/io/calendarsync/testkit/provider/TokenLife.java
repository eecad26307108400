package io.calendarsync.testkit.provider;

import java.time.Duration;

/**
 * How long positions are known; one that is not is refused with {@link io.calendarsync.CursorLost}.
 *
 * @param page how long after its issue a page token is known
 * @param cursor how long after its issue a cursor is known
 * @param kept how many of the tokens a calendar issued last are known
 * @since 0.1
 */
public record TokenLife(Duration page, Duration cursor, long kept) {
    /**
     * Checks that some token is known.
     *
     * @param page how long after its issue a page token is known
     * @param cursor how long after its issue a cursor is known
     * @param kept how many of the tokens a calendar issued last are known
     * @throws IllegalArgumentException if {@code kept} is less than 1
     */
    public TokenLife {
        if (kept < 1) {
            throw new IllegalArgumentException("at least the last token is known: " + kept);
        }
    }

    /** {@return a life without end} */
    public static TokenLife endless() {
        return new TokenLife(Duration.ofDays(365_000), Duration.ofDays(365_000), Long.MAX_VALUE);
    }
}
