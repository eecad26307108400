package io.calendarsync.engine.plan;

/**
 * Tells deletions that look like a mistake from those that do not: a feed that came back empty, a share that was
 * revoked, a server that lost its data.
 *
 * @param few how many deletions never look like a mistake by their number alone
 * @param agreeing how many listings have to agree before many deletions go through by themselves
 */
public record Guard(int few, int agreeing) {

    /** Never lets go by itself. */
    public static final int NEVER = 0;

    /** What to do with deletions. */
    public sealed interface Verdict {

        /** Apply them. */
        record Apply() implements Verdict {}

        /**
         * Hold them back.
         *
         * @param needed how many agreeing listings let them go, {@link #NEVER} for none
         */
        record Hold(int needed) implements Verdict {}
    }

    /** Returns the guard of the library: 20 deletions, 3 listings. */
    public static Guard standard() {
        return new Guard(20, 3);
    }

    /**
     * Judges what a complete listing does not show.
     *
     * @param stored how many events are stored
     * @param listed how many the listing showed
     * @param missing how many stored ones it did not show, those that merely left its window not counted
     * @param left how many merely left its window: nothing was expected of them, so they hide nothing either
     */
    public Verdict judge(int stored, int listed, int missing, int left) {
        int expected = stored - left;
        if ((stored > 0 && listed == 0) || (missing > 0 && missing >= expected)) {
            return new Verdict.Hold(NEVER);
        }
        if (missing * 2L <= expected) {
            return new Verdict.Apply();
        }
        return new Verdict.Hold(missing > few ? agreeing : 1);
    }

    /**
     * Judges a run of tombstones.
     *
     * @param stored how many events were stored before the first of them
     * @param deleted how many the round has deleted already
     * @param more how many it would delete now
     */
    public boolean allows(int stored, int deleted, int more) {
        int all = deleted + more;
        return all <= few || all * 2L <= stored;
    }
}
