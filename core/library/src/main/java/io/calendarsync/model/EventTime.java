package io.calendarsync.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an event takes place, as its author said it: wall clocks stay wall clocks.
 *
 * <p>Local times in a gap or overlap of the clock are read as RFC 5545 section 3.3.5 says: in a gap with the offset
 * before it, in an overlap as the first of the two.
 *
 * @since 0.1
 */
public sealed interface EventTime {

    /**
     * {@return the instants it covers}
     *
     * @param viewer the zone in which dates and floating times are read; zoned times ignore it
     */
    Interval span(ZoneId viewer);

    /** {@return its start as a wall clock shows it; midnight for dates} */
    LocalDateTime localStart();

    /**
     * A time on the wall clock of a zone.
     *
     * @param start local start, whole seconds
     * @param zone a zone of the JDK; {@code ZoneOffset.UTC} where the source gave UTC
     * @param end how the end is determined
     */
    record Timed(LocalDateTime start, ZoneId zone, End end) implements EventTime {

        /**
         * Creates a timed event that ends a length of elapsed time after its start.
         *
         * @param start local start, whole seconds
         * @param zone a zone of the JDK
         * @param length zero or more
         * @return the time
         */
        public static Timed of(LocalDateTime start, ZoneId zone, Duration length) {
            return new Timed(start, zone, new End.Exact(length));
        }

        @Override
        public Interval span(ZoneId viewer) {
            ZonedDateTime from = ZonedDateTime.ofLocal(start, zone, null);
            return new Interval(
                    from.toInstant(), latest(from.toInstant(), end.after(from).toInstant()));
        }

        @Override
        public LocalDateTime localStart() {
            return start;
        }

        private static Instant latest(Instant start, Instant end) {
            return end.isBefore(start) ? start : end;
        }
    }

    /**
     * Whole days.
     *
     * @param start the first day
     * @param endExclusive the day after the last, later than {@code start}
     */
    record AllDay(LocalDate start, LocalDate endExclusive) implements EventTime {
        /**
         * Checks the order.
         *
         * @param start the first day
         * @param endExclusive the day after the last, later than {@code start}
         * @throws IllegalArgumentException if it covers no day
         */
        public AllDay {
            if (!endExclusive.isAfter(start)) {
                throw new IllegalArgumentException(
                        "an all-day event covers at least one day: " + start + " to " + endExclusive + " (exclusive)");
            }
        }

        @Override
        public Interval span(ZoneId viewer) {
            return new Interval(
                    start.atStartOfDay(viewer).toInstant(),
                    endExclusive.atStartOfDay(viewer).toInstant());
        }

        @Override
        public LocalDateTime localStart() {
            return start.atStartOfDay();
        }
    }

    /**
     * The same wall clock wherever the viewer is (RFC 5545 section 3.3.5, form 1).
     *
     * @param start local start, whole seconds
     * @param length from its start to its end on the wall clock, zero or more
     */
    record Floating(LocalDateTime start, Duration length) implements EventTime {
        /**
         * Checks the length.
         *
         * @param start local start, whole seconds
         * @param length from its start to its end on the wall clock, zero or more
         * @throws IllegalArgumentException if it is negative
         */
        public Floating {
            if (length.isNegative()) {
                throw new IllegalArgumentException("length must not be negative: " + length);
            }
        }

        @Override
        public Interval span(ZoneId viewer) {
            Instant from = ZonedDateTime.ofLocal(start, viewer, null).toInstant();
            Instant until =
                    ZonedDateTime.ofLocal(start.plus(length), viewer, null).toInstant();
            // Where clocks go forward, an end right after the gap is before a start inside of it.
            return new Interval(from, until.isBefore(from) ? from : until);
        }

        @Override
        public LocalDateTime localStart() {
            return start;
        }
    }

    /** How the end of a {@link Timed} is determined, also for each instance of a series (RFC 5545 section 3.8.5.3). */
    sealed interface End {

        /**
         * {@return the end of an event that starts then}
         *
         * @param start the start of the event or instance, in the event's zone
         */
        ZonedDateTime after(ZonedDateTime start);

        /**
         * A length of elapsed time: from DTEND, or a DURATION of hours and less.
         *
         * @param length zero or more
         */
        record Exact(Duration length) implements End {
            /**
             * Checks the length.
             *
             * @param length zero or more
             * @throws IllegalArgumentException if it is negative
             */
            public Exact {
                if (length.isNegative()) {
                    throw new IllegalArgumentException("length must not be negative: " + length);
                }
            }

            @Override
            public ZonedDateTime after(ZonedDateTime start) {
                return start.plus(length);
            }
        }

        /**
         * A DURATION with days or weeks: days on the wall clock, then elapsed time.
         *
         * @param days nominal days, weeks counted as seven; zero or more
         * @param time elapsed time after them, zero or more
         */
        record Nominal(int days, Duration time) implements End {
            /**
             * Checks the length.
             *
             * @param days nominal days, weeks counted as seven; zero or more
             * @param time elapsed time after them, zero or more
             * @throws IllegalArgumentException if a part of it is negative
             */
            public Nominal {
                if (days < 0 || time.isNegative()) {
                    throw new IllegalArgumentException("length must not be negative: P" + days + "D " + time);
                }
            }

            @Override
            public ZonedDateTime after(ZonedDateTime start) {
                return start.plusDays(days).plus(time);
            }
        }

        /**
         * A wall clock of its own, as of a flight. For instances of a series the distance between the two wall clocks
         * is kept.
         *
         * @param local local end
         * @param zone the zone of that clock
         */
        record Own(LocalDateTime local, ZoneId zone) implements End {
            @Override
            public ZonedDateTime after(ZonedDateTime start) {
                return ZonedDateTime.ofLocal(local, zone, null);
            }
        }
    }
}
