package io.calendarsync.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Bounds of what the wall clocks of a zone show; years 1 to 9999. */
final class WallClocks {

    static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    /** No zone ever moved its clock by more than a day at once. */
    static final Duration LARGEST_MOVE = Duration.ofHours(25);

    private static final Instant FIRST_INSTANT = FIRST.toInstant(ZoneOffset.MAX);
    private static final Instant LAST_INSTANT = LAST.toInstant(ZoneOffset.MIN);

    private WallClocks() {}

    /** Returns a wall clock such that every earlier one stands for an instant before this one. */
    static LocalDateTime earliest(Instant instant, ZoneRules rules) {
        Instant bounded = bounded(instant);
        int offset = rules.getOffset(bounded).getTotalSeconds();
        int before = rules.getOffset(bounded.minus(LARGEST_MOVE)).getTotalSeconds();
        return bounded(local(bounded, Math.min(offset, before)));
    }

    /** Returns a wall clock such that every later one stands for an instant after this one. */
    static LocalDateTime latest(Instant instant, ZoneRules rules) {
        Instant bounded = bounded(instant);
        int offset = rules.getOffset(bounded).getTotalSeconds();
        int before = rules.getOffset(bounded.minus(LARGEST_MOVE)).getTotalSeconds();
        return bounded(local(bounded, Math.max(offset, before)));
    }

    /** Returns the instant that much earlier, or the first there is. */
    static Instant minus(Instant instant, Duration duration) {
        return bounded(bounded(instant).minus(duration));
    }

    /** Returns the instant that much later, or the last there is. */
    static Instant plus(Instant instant, Duration duration) {
        return bounded(bounded(instant).plus(duration));
    }

    private static LocalDateTime local(Instant instant, int offset) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond() + offset, 0, ZoneOffset.UTC);
    }

    private static Instant bounded(Instant instant) {
        if (instant.isBefore(FIRST_INSTANT)) {
            return FIRST_INSTANT;
        }
        return instant.isAfter(LAST_INSTANT) ? LAST_INSTANT : instant;
    }

    private static LocalDateTime bounded(LocalDateTime local) {
        if (local.isBefore(FIRST)) {
            return FIRST;
        }
        return local.isAfter(LAST) ? LAST : local;
    }
}
