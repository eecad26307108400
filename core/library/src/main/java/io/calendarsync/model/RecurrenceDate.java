package io.calendarsync.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One value of an RDATE line (RFC 5545 section 3.8.5.2).
 *
 * @param start when the extra instance starts
 * @param length its own length where the value is a PERIOD; absent, it is as long as the others
 * @since 0.1
 */
public record RecurrenceDate(RecurrenceId start, Optional<Duration> length) {}
