package io.calendarsync.engine.agenda;

import io.calendarsync.Gap;
import io.calendarsync.model.CalendarId;
import io.calendarsync.recurrence.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What calendars hold in a stretch of time.
 *
 * @param occurrences what takes place, in no order
 * @param asOf when each was last in step
 * @param unknown what is not known of them
 */
record Reading(List<Occurrence> occurrences, Map<CalendarId, Instant> asOf, List<Gap> unknown) {}
