package io.calendarsync;

import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * This reader was away for longer than the log is kept: changes between are not told one by one.
 *
 * <p>A subscriber is then told, as {@link EventChange}s marked {@code initial} whose positions belong to a snapshot
 * ({@link LogPosition#isSnapshot}), all events there are; what is not among them is gone. The first entry that belongs to
 * the log itself ends the snapshot. A reader of {@link Feed#after} finds all events with {@link Agenda#events}.
 *
 * @param position where the snapshot stands in the log
 * @param owner whose calendar it is
 * @param at when
 * @param why one sentence for people
 * @since 0.1
 */
public record Restarted(LogPosition position, OwnerId owner, Instant at, String why) implements SyncEvent {}
