package io.calendarsync.spi.provider;

import java.time.Instant;

/**
 * The stretch of time a listing should cover; a provider may give more and says nothing about what lies outside.
 *
 * @param from the first instant wanted
 * @param until the first instant not wanted
 * @since 0.1
 */
public record SyncWindow(Instant from, Instant until) {
    /**
     * Checks the order.
     *
     * @param from the first instant wanted
     * @param until the first instant not wanted
     * @throws IllegalArgumentException if it does not end after it starts
     */
    public SyncWindow {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it starts: " + from + " to " + until);
        }
    }
}
