package io.calendarsync;

import io.calendarsync.model.CalendarId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was found, and what could not be known. What lies in a gap must not be taken for free time.
 *
 * @param items what was found, ordered by start
 * @param asOf when each calendar that was looked at was last in step with its provider; one never read is missing
 * @param unknown of which calendars what is not known, ordered by calendar, reason and start; empty where all is
 * @param <T> what was asked for
 * @since 0.1
 */
public record Answer<T>(List<T> items, Map<CalendarId, Instant> asOf, List<Gap> unknown) {
    /**
     * Copies the collections.
     *
     * @param items what was found, ordered by start
     * @param asOf when each calendar that was looked at was last in step with its provider; one never read is missing
     * @param unknown of which calendars what is not known, ordered by calendar, reason and start; empty where all is
     */
    public Answer {
        items = List.copyOf(items);
        asOf = Map.copyOf(asOf);
        unknown = List.copyOf(unknown);
    }

    /** {@return whether everything is known that the answer depends on} */
    public boolean isComplete() {
        return unknown.isEmpty();
    }
}
