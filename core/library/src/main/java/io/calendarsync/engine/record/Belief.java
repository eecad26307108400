package io.calendarsync.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time it is as far as one clock can be believed: not much later than it was when a calendar was last read, or
 * connected, by whichever node's clock, unless a reading some hours before found it to be that late already. A node whose
 * clock runs years ahead for a moment is not believed; where nobody has read for long, the first reading lags behind.
 *
 * @param known the latest instant that is known to have been
 * @param ahead what the clock of an earlier reading said that was not believed
 */
record Belief(Instant known, Optional<Instant> ahead) {

    /** How far apart two readings are, at least, that may agree on what time it is. */
    private static final Duration APART = Duration.ofHours(10);

    /** For how long nobody may well have read: a clock that says it was longer is one that is wrong, more likely. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(400);

    /** Returns the latest instant that can be believed without another reading. */
    Instant most() {
        return known.plus(DueRecords.FARTHEST);
    }

    /** Returns what a clock says as far as it is believed. */
    Instant at(Instant clock) {
        boolean isAgreedTo = follows(clock)
                && ahead.filter(one -> !clock.isBefore(one.plus(APART))).isPresent();
        return clock.isAfter(most()) && !isAgreedTo ? most() : clock;
    }

    /** Returns what is to be noted as ahead after a reading, for the next one to agree with. */
    Optional<Instant> noted(Instant clock) {
        if (!clock.isAfter(most())) {
            return Optional.empty();
        }
        boolean waits = follows(clock) && at(clock).isBefore(clock);
        return waits ? ahead : Optional.of(clock);
    }

    /** Returns whether a clock goes on from where one that was not believed stood at an earlier reading. */
    private boolean follows(Instant clock) {
        return ahead.filter(one -> !clock.isBefore(one))
                        .filter(one -> clock.isBefore(one.plus(LONGEST_SILENCE)))
                        .isPresent()
                && clock.isBefore(most().plus(LONGEST_SILENCE));
    }
}
