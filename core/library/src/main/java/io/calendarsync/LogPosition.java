package io.calendarsync;

/**
 * A place in a log. Within one epoch numbers rise by one; a new epoch means the log began anew (its calendar was
 * removed and added again), so numbers of different epochs do not compare.
 *
 * <p>A handler that writes state keeps the epoch and the highest number it has applied per log and ignores what is at or
 * below it.
 *
 * @param log the calendar's id, or the owner's log
 * @param epoch random, 16 hexadecimal digits
 * @param number 1 for the first entry
 * @since 0.1
 */
public record LogPosition(String log, String epoch, long number) {

    @Override
    public String toString() {
        return log + "/" + epoch + "/" + number;
    }
}
