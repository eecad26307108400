package io.calendarsync.ics.internal.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which an exchange must be over, on the clock that never jumps. Immutable. */
final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Returns what is left, which is more than nothing. */
    Duration left() throws SocketTimeoutException {
        return Duration.ofMillis(millisLeft(Integer.MAX_VALUE));
    }

    /** Returns the milliseconds that are left, at least 1 and at most the given number, as sockets want them. */
    int millisLeft(int most) throws SocketTimeoutException {
        long left = (nanos - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the time for the whole exchange is over");
        }
        return (int) Math.min(left, most);
    }
}
