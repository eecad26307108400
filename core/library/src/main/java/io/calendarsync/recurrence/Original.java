package io.calendarsync.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An instance as rules and dates put it, before exceptions and overrides.
 *
 * @param clock the wall clock that was named; it may lie in a gap
 * @param local what the clock of the series shows when the instance starts
 * @param zone the zone of that clock; an offset where the wall clock happens twice and the second is meant
 * @param at the instant it starts
 * @param displaced whether the wall clock that was named does not exist that day
 * @param length a length of its own, from an RDATE period; null if it is as long as the others
 */
record Original(
        long clock,
        LocalDateTime local,
        ZoneId zone,
        Instant at,
        boolean displaced,
        @Nullable Duration length) {}
