package io.calendarsync.sandbox.google.event;

/**
 * From when to when something lasts, in milliseconds of the epoch; the end is excluded.
 *
 * @param start the first millisecond
 * @param end the first millisecond after it, {@link #ENDLESS} where a series never ends
 */
public record Span(long start, long end) {

    /** No end. */
    public static final long ENDLESS = Long.MAX_VALUE;

    /** Nothing is known of when. */
    public static final Span UNKNOWN = new Span(Long.MIN_VALUE, ENDLESS);

    /** Returns whether it reaches into a window: its end lies after the window's start, its start before the window's end. */
    public boolean reachesInto(Span window) {
        return end > window.start && start < window.end;
    }
}
