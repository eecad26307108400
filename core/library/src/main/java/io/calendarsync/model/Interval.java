package io.calendarsync.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time, {@code [start, end)}; start and end may be equal.
 *
 * @param start the first instant in it
 * @param end the first instant after it
 * @since 0.1
 */
public record Interval(Instant start, Instant end) {
    /**
     * Checks the order.
     *
     * @param start the first instant in it
     * @param end the first instant after it
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Interval {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an interval must not end before it starts: " + start + " to " + end);
        }
    }

    /**
     * {@return whether the two share an instant; one that is empty is treated as the point at its start}
     *
     * @param other the other, may be empty
     */
    public boolean overlaps(Interval other) {
        if (isEmpty()) {
            return other.isEmpty() ? start.equals(other.start) : other.contains(start);
        }
        return other.isEmpty() ? contains(other.start) : start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * {@return whether the instant lies in it}
     *
     * @param instant the end is not in it, the start is
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** {@return whether it has no length} */
    public boolean isEmpty() {
        return start.equals(end);
    }

    /** {@return its length in elapsed time} */
    public Duration length() {
        return Duration.between(start, end);
    }
}
