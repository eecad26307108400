package io.calendarsync.engine.pull;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of one turn at a calendar.
 *
 * @param again when the next is due; absent where there is nothing to come back to
 * @param outcome how it ended
 */
public record Turn(Optional<Instant> again, Outcome outcome) {

    /** How a turn ended. */
    public enum Outcome {
        /** A round ended well. */
        DONE,
        /** More pages are waiting. */
        MORE,
        /** What may be asked of the provider for now is spent. */
        LATER,
        /** Somebody else moved the calendar on; it is looked at again. */
        SUPERSEDED,
        /** The provider could not be read. */
        FAILED,
        /** The calendar is not to be read. */
        IDLE
    }

    static Turn at(Instant again, Outcome outcome) {
        return new Turn(Optional.of(again), outcome);
    }

    /** Returns what comes of a calendar that is not to be read. */
    public static Turn idle() {
        return new Turn(Optional.empty(), Outcome.IDLE);
    }

    /** Returns what comes of a calendar somebody else is at, and will look at once more. */
    public static Turn elsewhere() {
        return new Turn(Optional.empty(), Outcome.SUPERSEDED);
    }
}
