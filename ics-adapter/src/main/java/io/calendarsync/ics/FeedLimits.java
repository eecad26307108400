package io.calendarsync.ics;

/**
 * How much of a feed is read before it is refused. A feed beyond a limit is refused as a whole, never read in part; only
 * {@code lineBytes} and {@code exceptionDates} concern a single event, which then comes degraded.
 *
 * <p>Start from {@link #defaults()} and change what has to differ.
 *
 * @param wireBytes bytes of a body as sent
 * @param decodedBytes bytes of a body after decompression
 * @param lineBytes bytes of a content line after unfolding; the rest of a longer line is cut
 * @param nesting components within components, the calendar itself counted
 * @param events VEVENT components
 * @param timeZones VTIMEZONE components
 * @param exceptionDates EXDATE values, and likewise RDATE values, of one event; the rest is left out
 * @since 0.1
 */
public record FeedLimits(
        long wireBytes, long decodedBytes, int lineBytes, int nesting, int events, int timeZones, int exceptionDates) {
    public FeedLimits {
        requirePositive("wireBytes", wireBytes);
        requirePositive("decodedBytes", decodedBytes);
        requirePositive("lineBytes", lineBytes);
        requirePositive("nesting", nesting);
        requirePositive("events", events);
        requirePositive("timeZones", timeZones);
        requirePositive("exceptionDates", exceptionDates);
        if (decodedBytes > MOST_BYTES) {
            throw new IllegalArgumentException("decodedBytes must be at most " + MOST_BYTES + ": " + decodedBytes);
        }
    }

    private static final long MOST_BYTES = 1L << 30;

    /**
     * Returns 10 MB on the wire, 20 MB decoded, 1 MB a line, nesting 8, 50,000 events, 200 time zones, 1,000 exception
     * dates.
     */
    public static FeedLimits defaults() {
        return new FeedLimits(10_000_000, 20_000_000, 1_000_000, 8, 50_000, 200, 1_000);
    }

    /** Returns these limits with other numbers of bytes, on the wire and after decompression. */
    public FeedLimits withBytes(long wire, long decoded) {
        return new FeedLimits(wire, decoded, lineBytes, nesting, events, timeZones, exceptionDates);
    }

    /** Returns these limits with another length of lines. */
    public FeedLimits withLineBytes(int bytes) {
        return new FeedLimits(wireBytes, decodedBytes, bytes, nesting, events, timeZones, exceptionDates);
    }

    /** Returns these limits with another nesting. */
    public FeedLimits withNesting(int depth) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, depth, events, timeZones, exceptionDates);
    }

    /** Returns these limits with another number of events. */
    public FeedLimits withEvents(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, count, timeZones, exceptionDates);
    }

    /** Returns these limits with another number of time zones. */
    public FeedLimits withTimeZones(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, events, count, exceptionDates);
    }

    /** Returns these limits with another number of exception dates of one event. */
    public FeedLimits withExceptionDates(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, events, timeZones, count);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
