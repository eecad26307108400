package io.calendarsync;

import io.calendarsync.model.OwnerId;
import java.time.Instant;

/**
 * One numbered entry of a log: something changed, or something needs the host. Delivered to every subscriber at least
 * once, in order per log.
 *
 * @since 0.1
 */
public sealed interface SyncEvent
        permits EventChange, CalendarChange, ReviewNeeded, ConnectionChange, WriteOutcome, Restarted {

    /** {@return where it stands} */
    LogPosition position();

    /** {@return whose calendar or connection it is about} */
    OwnerId owner();

    /** {@return when it was observed} */
    Instant at();

    /** {@return a name for it that no other entry has, and no other part of the same snapshot} */
    default String id() {
        return position().toString();
    }

    /** {@return its number within its log; see {@link LogPosition}} */
    default long sequence() {
        return position().number();
    }
}
