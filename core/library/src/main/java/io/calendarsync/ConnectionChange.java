package io.calendarsync;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * A connection went into another state.
 *
 * @param position where it stands in the owner's log
 * @param owner whose connection it is
 * @param at when
 * @param connection the connection
 * @param before the state it was in
 * @param after the state it is in
 * @param why one sentence for people
 * @since 0.1
 */
public record ConnectionChange(
        LogPosition position,
        OwnerId owner,
        Instant at,
        ConnectionId connection,
        ConnectionState before,
        ConnectionState after,
        String why)
        implements SyncEvent {}
