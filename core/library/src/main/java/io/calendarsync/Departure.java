package io.calendarsync;

import java.util.List;

/**
 * What a connection that ended has left at its provider.
 *
 * @param revoked whether the provider was told that its grant is over
 * @param remains sentences about what stays there, for people; empty where nothing does
 * @since 0.1
 */
public record Departure(boolean revoked, List<String> remains) {
    /**
     * Copies the list.
     *
     * @param revoked whether the provider was told that its grant is over
     * @param remains sentences about what stays there, for people
     */
    public Departure {
        remains = List.copyOf(remains);
    }
}
