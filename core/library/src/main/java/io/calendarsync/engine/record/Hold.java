package io.calendarsync.engine.record;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A claim while its job is done. It may end together with the last thing the job writes, so that a job that finds nothing
 * to do costs one commit besides its claim. Confined to the thread that does the job.
 */
public final class Hold {

    private final DueRecords due;
    private final Claim claim;
    private final BooleanSupplier ours;
    private Optional<Instant> again = Optional.empty();

    /**
     * Begins it.
     *
     * @param ours whether the claim still holds and its job may go on
     */
    public Hold(DueRecords due, Claim claim, BooleanSupplier ours) {
        this.due = due;
        this.claim = claim;
        this.ours = ours;
    }

    /** Returns whether the claim still holds and its job may go on; long work asks between its steps. */
    public boolean isOurs() {
        return ours.getAsBoolean();
    }

    /**
     * Makes a commit happen that is the last of this job, and ends the claim with it: the job is due again then. Where a
     * bell rang meanwhile, or the claim is another by now, the commit happens alone.
     *
     * @return whether the commit happened
     */
    public boolean end(Commit commit, Instant then) {
        if (due.finishWith(commit, claim, then)) {
            again = Optional.of(then);
            return true;
        }
        return commit.run();
    }

    /** Returns when the job is due again, where its claim has ended together with what it wrote. */
    public Optional<Instant> ended() {
        return again;
    }
}
