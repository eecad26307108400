package io.calendarsync.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The original start of an instance, which names it within its series (RFC 5545 section 3.8.4.4); of the same type as
 * the start of the series.
 *
 * @since 0.1
 */
public sealed interface RecurrenceId {

    /** {@return the original start as a wall clock shows it; midnight for dates} */
    LocalDateTime local();

    /**
     * {@return the instant of the original start, dates and floating times read in the viewer's zone}
     *
     * @param viewer the zone in which dates and floating times are read
     */
    Instant instant(ZoneId viewer);

    /** The original start of an instance of a timed series. */
    record Zoned(LocalDateTime local, ZoneId zone) implements RecurrenceId {
        @Override
        public Instant instant(ZoneId viewer) {
            return ZonedDateTime.ofLocal(local, zone, null).toInstant();
        }
    }

    /** The original day of an instance of an all-day series. */
    record OnDate(LocalDate date) implements RecurrenceId {
        @Override
        public LocalDateTime local() {
            return date.atStartOfDay();
        }

        @Override
        public Instant instant(ZoneId viewer) {
            return date.atStartOfDay(viewer).toInstant();
        }
    }

    /** The original start of an instance of a floating series. */
    record Floating(LocalDateTime local) implements RecurrenceId {
        @Override
        public Instant instant(ZoneId viewer) {
            return ZonedDateTime.ofLocal(local, viewer, null).toInstant();
        }
    }
}
