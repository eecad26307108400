package io.calendarsync.recurrence;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import java.util.Optional;

/**
 * One time at which an event takes place.
 *
 * @param event what takes place: the single event, the master of the series, or the override that describes this
 *     instance
 * @param recurrenceId the original start, which names the instance within its series; empty for a single event
 * @param time when it takes place, on the wall clock
 * @param span the instants it covers; dates and floating times read in the viewer's zone
 * @since 0.1
 */
public record Occurrence(Event event, Optional<RecurrenceId> recurrenceId, EventTime time, Interval span) {}
