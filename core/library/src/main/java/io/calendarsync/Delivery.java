package io.calendarsync;

/**
 * An entry on its way to a subscriber.
 *
 * @param event the entry
 * @param attempt 1 for the first time, as far as is known
 * @since 0.1
 */
public record Delivery(SyncEvent event, int attempt) {}
