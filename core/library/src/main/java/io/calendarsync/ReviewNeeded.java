package io.calendarsync;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * The provider's answer would delete so much of a calendar that a mistake is more likely: nothing was deleted. Look at
 * {@code agenda().preview(calendar)}, then {@code confirm} or {@code discard} the plan.
 *
 * @param position where it stands in the calendar's log
 * @param owner whose calendar it is
 * @param at when
 * @param calendar the calendar
 * @param planId names the plan
 * @param deletions how many events it would delete
 * @param stored how many events are stored
 * @since 0.1
 */
public record ReviewNeeded(
        LogPosition position, OwnerId owner, Instant at, CalendarId calendar, String planId, int deletions, int stored)
        implements SyncEvent {}
