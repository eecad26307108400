package io.calendarsync.engine.pull;

import io.calendarsync.engine.plan.Guard;
import io.calendarsync.engine.record.Backoff;
import java.time.Duration;

/**
 * How calendars are kept in step.
 *
 * @param poll how long after a good round the next is due, without a hint of the source
 * @param watchedPoll the same where the provider tells of changes as they happen
 * @param pollFloor the shortest such pause a hint may ask for
 * @param pollCeiling the longest
 * @param past how far back a listing is to reach
 * @param future how far ahead
 * @param pagesATurn how many pages are read before others get their turn, unless they are of a snapshot
 * @param guard what looks like a mistake
 * @param reviewListing how often a calendar in review is listed in full
 * @param backoff how long to wait after failures
 */
public record Rules(
        Duration poll,
        Duration watchedPoll,
        Duration pollFloor,
        Duration pollCeiling,
        Duration past,
        Duration future,
        int pagesATurn,
        Guard guard,
        Duration reviewListing,
        Backoff backoff) {

    /** Returns the library's own. */
    public static Rules standard() {
        return new Rules(
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofMinutes(5),
                Duration.ofHours(24),
                Duration.ofDays(400),
                Duration.ofDays(800),
                20,
                Guard.standard(),
                Duration.ofHours(6),
                Backoff.standard());
    }

    /** Returns these with another pause between polls. */
    public Rules poll(Duration pause) {
        return new Rules(
                pause,
                longer(pause, watchedPoll),
                pollFloor,
                pollCeiling,
                past,
                future,
                pagesATurn,
                guard,
                reviewListing,
                backoff);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
