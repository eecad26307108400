package io.calendarsync;

import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param pastEvents how long after their end events are kept that the host has not linked
 * @param log how long entries of calendars' and owners' logs can be read and replayed, at least; whoever has been told
 *     of them
 * @param absentSubscriber how long a subscriber no node has holds back the purging of its entries
 * @param audit how long the audit trail is kept
 * @since 0.1
 */
public record Retention(Duration pastEvents, Duration log, Duration absentSubscriber, Duration audit) {

    /**
     * Checks the durations; zero keeps a thing no longer than it must be.
     *
     * @param pastEvents how long after their end events are kept that the host has not linked
     * @param log how long entries can be read and replayed, at least; whoever has been told of them
     * @param absentSubscriber how long a subscriber no node has holds back the purging of its entries
     * @param audit how long the audit trail is kept
     * @throws IllegalArgumentException if one is negative
     */
    public Retention {
        requireKept("pastEvents", pastEvents);
        requireKept("log", log);
        requireKept("absentSubscriber", absentSubscriber);
        requireKept("audit", audit);
    }

    /** {@return the library's own: 400, 30, 30 and 400 days} */
    public static Retention standard() {
        return new Retention(Duration.ofDays(400), Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(400));
    }

    private static void requireKept(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, is " + duration);
        }
    }
}
