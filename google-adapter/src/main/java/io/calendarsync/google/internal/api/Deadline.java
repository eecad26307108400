package io.calendarsync.google.internal.api;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** A moment by which an exchange has to be over, on the clock that never jumps. Confined to one thread. */
final class Deadline {

    private long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Puts it off: so long from now. */
    void restart(Duration duration) {
        nanos = System.nanoTime() + duration.toNanos();
    }

    /** Returns the nanoseconds that are left, more than none. */
    long left() throws HttpTimeoutException {
        long left = nanos - System.nanoTime();
        if (left <= 0) {
            throw new HttpTimeoutException("the time for the whole exchange is over");
        }
        return left;
    }
}
