package io.calendarsync;

import io.calendarsync.model.Interval;
import io.calendarsync.model.OwnerId;

/**
 * Time that is free.
 *
 * @param owner whose
 * @param time from when until when, without buffers
 * @since 0.1
 */
public record Slot(OwnerId owner, Interval time) {}
