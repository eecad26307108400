package io.calendarsync;

/**
 * A place in a log. Within one epoch numbers rise by one; a new epoch means the log began anew (its calendar was
 * removed and added again), so numbers of different epochs do not compare.
 *
 * <p>What belongs to a snapshot has the number the snapshot was taken at, all of it the same, and a part that tells one
 * from the other; the log goes on with the next number.
 *
 * <p>A handler that writes state keeps the epoch and the highest number it has applied per log, and asks
 * {@link #isNews}.
 *
 * @param log the calendar's id, or the owner's log
 * @param epoch random, 16 hexadecimal digits
 * @param number 1 for the first entry
 * @param part which part of a snapshot it is, empty for an entry of the log
 * @since 0.1
 */
public record LogPosition(String log, String epoch, long number, String part) {

    /**
     * A place in the log itself.
     *
     * @param log the calendar's id, or the owner's log
     * @param epoch random, 16 hexadecimal digits
     * @param number 1 for the first entry
     */
    public LogPosition(String log, String epoch, long number) {
        this(log, epoch, number, "");
    }

    /** {@return whether it belongs to a snapshot rather than to the log} */
    public boolean isSnapshot() {
        return !part.isEmpty();
    }

    /**
     * Tells whether to apply what stands here: entries come at least once, and a late one must not undo a later one.
     * Snapshots are applied as often as they come, until the log has gone on.
     *
     * @param appliedEpoch the epoch of what was applied last to what this log is about, empty for nothing
     * @param appliedNumber the highest number applied in that epoch
     * @return whether it is new
     */
    public boolean isNews(String appliedEpoch, long appliedNumber) {
        return !epoch.equals(appliedEpoch) || number > appliedNumber || (isSnapshot() && number == appliedNumber);
    }

    @Override
    public String toString() {
        return log + "/" + epoch + "/" + number + (isSnapshot() ? "/" + part : "");
    }
}
