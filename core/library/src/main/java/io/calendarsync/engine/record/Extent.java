package io.calendarsync.engine.record;

import java.time.Instant;

/**
 * Which stretch of time an event may touch, as a hint for scans: exact to the day, since dates and floating times depend
 * on who looks.
 *
 * @param from no later than its first instant
 * @param until no earlier than its last, the far future for an endless series
 * @param isLong whether it is listed among the long spans and series as well
 */
public record Extent(Instant from, Instant until, boolean isLong) {}
