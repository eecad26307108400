package io.calendarsync.engine.token;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How long to wait for another node, and how time passes meanwhile whatever clocks say. Thread-safe.
 *
 * @param most the longest wait; zero for none, as where the other node only goes on when this one returns
 * @param nanos a monotonic count of nanoseconds
 */
public record OtherNodes(Duration most, LongSupplier nanos) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    /** Begins to wait. */
    Waiting begin() {
        return new Waiting(stopwatch());
    }

    /** Begins to measure. */
    Stopwatch stopwatch() {
        return new Stopwatch(nanos.getAsLong());
    }

    /** A wait under way; confined to its thread. */
    final class Waiting {
        private final Stopwatch since;

        private Waiting(Stopwatch since) {
            this.since = since;
        }

        /** Returns whether the wait is not over yet. */
        boolean mayGoOn() {
            return !since.hasPassed(most);
        }

        /** Waits a moment; returns whether it may be worth looking again. */
        boolean pause() {
            if (!mayGoOn()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            return !Thread.currentThread().isInterrupted();
        }
    }

    /** A stretch of time under way. */
    final class Stopwatch {
        private final long began;

        private Stopwatch(long began) {
            this.began = began;
        }

        /** Returns whether that much time has passed. */
        boolean hasPassed(Duration time) {
            return nanos.getAsLong() - began >= time.toNanos();
        }
    }
}
