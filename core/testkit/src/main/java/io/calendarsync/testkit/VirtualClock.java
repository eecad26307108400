package io.calendarsync.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that moves only when a test says so, and may jump either way. Thread-safe.
 *
 * <p>A test of several nodes gives each a {@link #node}: a clock of its own that runs with this one and can be wrong by
 * any amount.
 *
 * @since 0.1
 */
public final class VirtualClock implements InstantSource {

    private Instant now;

    /**
     * Creates a clock that shows that instant.
     *
     * @param start what it shows until told otherwise
     */
    public VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Lets time pass.
     *
     * @param passed zero or more
     * @return what the clock shows then
     * @throws IllegalArgumentException if the duration is negative: see {@link #jumpTo}
     */
    public synchronized Instant advance(Duration passed) {
        if (passed.isNegative()) {
            throw new IllegalArgumentException("time does not pass backwards, it jumps: " + passed);
        }
        now = now.plus(passed);
        return now;
    }

    /**
     * Moves the clock to that instant, forwards or backwards.
     *
     * @param instant what it shows from now on
     */
    public synchronized void jumpTo(Instant instant) {
        now = instant;
    }

    /** {@return the clock of one more node, right to begin with} */
    public NodeClock node() {
        return new NodeClock(this);
    }

    @Override
    public String toString() {
        return "VirtualClock[" + instant() + "]";
    }

    /** A node's own clock: the virtual time and how wrong the node has it. Thread-safe. */
    public static final class NodeClock implements InstantSource {

        private final InstantSource truth;
        private volatile Duration offset = Duration.ZERO;

        private NodeClock(InstantSource truth) {
            this.truth = truth;
        }

        @Override
        public Instant instant() {
            return truth.instant().plus(offset);
        }

        /**
         * Makes the node's clock fast by that much, or slow where it is negative; zero sets it right.
         *
         * @param wrongBy what to add to the right time
         */
        public void offset(Duration wrongBy) {
            offset = wrongBy;
        }

        /** {@return by how much it is fast} */
        public Duration offset() {
            return offset;
        }
    }
}
