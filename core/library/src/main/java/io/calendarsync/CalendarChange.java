package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * A calendar went into another state, or its list tells something new of it: then it is in the same state before and
 * after, and {@code why} says what.
 *
 * @param position where it stands in the calendar's log
 * @param owner whose calendar it is
 * @param at when
 * @param calendar the calendar
 * @param before the state it was in
 * @param after the state it is in
 * @param why one sentence for people
 * @since 0.1
 */
public record CalendarChange(
        LogPosition position,
        OwnerId owner,
        Instant at,
        CalendarId calendar,
        CalendarState before,
        CalendarState after,
        String why)
        implements SyncEvent {}
