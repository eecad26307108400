package io.calendarsync;

import io.calendarsync.model.CalendarId;

/**
 * Is told what the engine does, for metrics and traces. Called in the thread that does it; must be quick. What it
 * throws is logged once and otherwise passed over.
 *
 * @since 0.1
 */
public interface SyncObserver {

    /** Observes nothing. */
    SyncObserver NOOP = new SyncObserver() {};

    /**
     * Jobs were reached for, of which some went to other nodes.
     *
     * @param reachedFor how many jobs this node tried to claim
     * @param wasted how many of them it did not get
     */
    default void claimed(int reachedFor, int wasted) {}

    /**
     * A job failed in a way that is not the provider's; it is tried again.
     *
     * @param kind what kind of job it was
     * @param fault what it threw: an exception, or an error such as a missing method
     */
    default void jobFailed(String kind, Throwable fault) {}

    /**
     * A turn at a calendar ended.
     *
     * @param calendar the synced calendar
     * @param report what came of it
     */
    default void pulled(CalendarId calendar, SyncReport report) {}

    /**
     * A subscriber failed on an entry, which is tried again unless its log is parked now.
     *
     * @param subscriber its durable name
     * @param log the log
     * @param attempt how often it has failed on this entry
     * @param parked whether that was once too often, and the log waits for {@link Feed#replay} or {@link Feed#skip}
     * @param fault what the handler threw
     */
    default void deliveryFailed(String subscriber, String log, int attempt, boolean parked, Throwable fault) {}

    /**
     * A subscriber's deliveries from a log came to an end for now.
     *
     * @param subscriber its durable name
     * @param log the log
     */
    default void delivered(String subscriber, String log) {}
}
