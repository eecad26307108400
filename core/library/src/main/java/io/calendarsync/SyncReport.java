package io.calendarsync;

import java.time.Instant;
import java.util.Optional;

/**
 * How a turn at a calendar ended.
 *
 * @param outcome how
 * @param state how the calendar stands now
 * @param next when it is looked at again, absent where it is not
 * @param trouble what went wrong, empty where nothing did
 * @since 0.1
 */
public record SyncReport(Outcome outcome, CalendarState state, Optional<Instant> next, String trouble) {

    /** How a turn ended. */
    public enum Outcome {
        /** In step with the provider. */
        DONE,
        /** More pages are waiting; the next turn goes on. */
        MORE,
        /** What the application may ask of the provider for now is spent; nothing was asked, and nothing is wrong. */
        LATER,
        /** Another node is at it, and will look once more. */
        ELSEWHERE,
        /** The provider could not be read; nothing was lost. */
        FAILED,
        /** Not to be read: paused, disconnected or unknown. */
        IDLE
    }
}
