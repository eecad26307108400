package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.ConnectionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A calendar that is kept in step.
 *
 * @param id its id
 * @param connection through which connection
 * @param name what people call it; untrusted text, may be empty
 * @param state how it stands
 * @param uses what it is used for
 * @param asOf when it was last in step, absent where it never was
 * @param events how many events are stored
 * @param trouble what went wrong since, empty where nothing did
 * @since 0.1
 */
public record SyncedCalendar(
        CalendarId id,
        ConnectionId connection,
        String name,
        CalendarState state,
        Set<Use> uses,
        Optional<Instant> asOf,
        int events,
        String trouble) {
    /**
     * Copies the set.
     *
     * @param id its id
     * @param connection through which connection
     * @param name what people call it; untrusted text, may be empty
     * @param state how it stands
     * @param uses what it is used for
     * @param asOf when it was last in step, absent where it never was
     * @param events how many events are stored
     * @param trouble what went wrong since, empty where nothing did
     */
    public SyncedCalendar {
        uses = Set.copyOf(uses);
    }
}
