package io.calendarsync.sandbox.google.http;

/**
 * How an answer travels.
 *
 * @param kind the manner
 * @param millis how long it takes, where it is slow
 */
public record Delivery(Kind kind, long millis) {

    /** As it should. */
    public static final Delivery WHOLE = new Delivery(Kind.WHOLE, 0);

    /** The manners. */
    public enum Kind {
        /** Whole and at once. */
        WHOLE,
        /** Whole, after a pause. */
        LATE,
        /** Whole, the body in steps. */
        SLOWLY,
        /** Half of the body, then the connection is cut. */
        HALF,
        /** Half of the body, as if it were the whole. */
        TRUNCATED,
        /** Nothing: the connection is cut. */
        NOT_AT_ALL
    }
}
