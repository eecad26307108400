package io.calendarsync;

import java.time.Instant;
import java.util.List;

/**
 * How a subscriber stands.
 *
 * @param name its name
 * @param since when it was first registered
 * @param seen when a node last had its handler
 * @param parked the logs from which it is told nothing until {@link Feed#replay} or {@link Feed#skip}
 * @since 0.1
 */
public record SubscriberStatus(String name, Instant since, Instant seen, List<ParkedDelivery> parked) {
    /**
     * Copies the list.
     *
     * @param name its name
     * @param since when it was first registered
     * @param seen when a node last had its handler
     * @param parked the logs from which it is told nothing until {@link Feed#replay} or {@link Feed#skip}
     */
    public SubscriberStatus {
        parked = List.copyOf(parked);
    }

    /**
     * A delivery that waits for the host.
     *
     * @param log the log
     * @param number the entry that could not be handled
     * @param attempts how often it was tried
     * @param error what the handler last said
     */
    public record ParkedDelivery(String log, long number, int attempts, String error) {}
}
