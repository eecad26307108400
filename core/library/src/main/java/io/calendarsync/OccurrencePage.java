package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of what takes place, and what could not be known in the stretch of time it covers.
 *
 * @param items by their start
 * @param next hand it back for the next page, absent on the last
 * @param asOf when each calendar that was looked at was last in step with its provider; one never read is missing
 * @param unknown of which calendars what is not known, ordered by calendar, reason and start; empty where all is
 * @since 0.1
 */
public record OccurrencePage(
        List<Occurrence> items, Optional<String> next, Map<CalendarId, Instant> asOf, List<Gap> unknown) {
    /**
     * Copies the collections.
     *
     * @param items by their start
     * @param next hand it back for the next page, absent on the last
     * @param asOf when each calendar that was looked at was last in step with its provider; one never read is missing
     * @param unknown of which calendars what is not known, ordered by calendar, reason and start; empty where all is
     */
    public OccurrencePage {
        items = List.copyOf(items);
        asOf = Map.copyOf(asOf);
        unknown = List.copyOf(unknown);
    }
}
