package io.calendarsync.testkit.provider;

/**
 * What is said twice, late or in doubt. All numbers are probabilities for one item, or for one page where items are
 * added to it; 0 is never, 1 is always.
 *
 * @param repeats an item comes again later in its round
 * @param replays an item of an earlier round comes again
 * @param olderStates an older state of an event comes before or after its present one, with its older {@code updated};
 *     never where events do not say when they were updated
 * @param presentAndGone a deleted event comes as present too, before or after its tombstone
 * @param oldTombstones a listing has tombstones of events deleted before it
 * @param doubtful a tombstone says only that something is in doubt
 * @param rumours an event that is there, or never was, is in doubt
 * @since 0.1
 */
public record Disorder(
        double repeats,
        double replays,
        double olderStates,
        double presentAndGone,
        double oldTombstones,
        double doubtful,
        double rumours) {

    /** {@return none} */
    public static Disorder none() {
        return new Disorder(0, 0, 0, 0, 0, 0, 0);
    }
}
