package io.calendarsync;

import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;

/**
 * Two that block the same time.
 *
 * @param one the one that starts first
 * @param other the other, in the same calendar or another
 * @param shared the time both of them take
 * @since 0.1
 */
public record Clash(Occurrence one, Occurrence other, Interval shared) {}
