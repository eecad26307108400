package io.calendarsync.testkit.provider;

import io.calendarsync.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one edit did to a fake calendar.
 *
 * @param number 1 for the calendar's first edit, then counting up
 * @param at when, by the server's clock
 * @param eventId the event edited; empty where the server's answers changed and no event did
 * @param before its state before, absent if it was created
 * @param after its state after, absent if it was deleted
 * @param takenAlong the overrides that went when their series was deleted; readers get no tombstone for them
 * @since 0.1
 */
public record JournalEntry(
        long number,
        Instant at,
        String eventId,
        Optional<Event> before,
        Optional<Event> after,
        List<Event> takenAlong) {
    /**
     * Copies the list.
     *
     * @param number 1 for the calendar's first edit, then counting up
     * @param at when, by the server's clock
     * @param eventId the event edited; empty where the server's answers changed and no event did
     * @param before its state before, absent if it was created
     * @param after its state after, absent if it was deleted
     * @param takenAlong the overrides that went when their series was deleted; readers get no tombstone for them
     */
    public JournalEntry {
        takenAlong = List.copyOf(takenAlong);
    }
}
