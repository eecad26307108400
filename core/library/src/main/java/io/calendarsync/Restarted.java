package io.calendarsync;

import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * This subscriber was away for longer than the log is kept: changes between are not told one by one. What follows, as
 * {@link EventChange}s marked {@code initial}, is a snapshot of all events; what is not in it is gone.
 *
 * @param position where the snapshot stands in the log
 * @param owner whose calendar it is
 * @param at when
 * @param why one sentence for people
 * @since 0.1
 */
public record Restarted(LogPosition position, OwnerId owner, Instant at, String why) implements SyncEvent {}
