package io.calendarsync.recurrence;

/**
 * The steps an expansion may still take; confined to one thread.
 *
 * <p>Steps and not milliseconds: every node must cut a costly series at the same place, or its instances would come and
 * go with the load of the machine.
 */
final class Steps {

    /** Enough for a quarter of an hour's rhythm over a year; some milliseconds of work. */
    static final int DEFAULT = 50_000;

    private final int budget;
    private int left;
    private boolean exhausted;

    Steps(int budget) {
        this.budget = budget;
        this.left = budget;
    }

    /** Takes one step; false once there are none left. */
    boolean take() {
        if (left == 0) {
            exhausted = true;
            return false;
        }
        left--;
        return true;
    }

    /** Grants the whole budget again: for one who asks for one occurrence after the other. */
    void refill() {
        left = budget;
    }

    /** Returns whether a step was refused. */
    boolean exhausted() {
        return exhausted;
    }
}
