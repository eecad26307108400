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

    private static final long MOST_BYTES = 1L << 30;

    /**
     * Checks the limits.
     *
     * @param wireBytes positive
     * @param decodedBytes positive, at most 1 GiB
     * @param lineBytes positive
     * @param nesting positive
     * @param events positive
     * @param timeZones positive
     * @param exceptionDates positive
     * @throws IllegalArgumentException if one is not
     */
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

    /**
     * {@return 10 MB on the wire, 20 MB decoded, 1 MB a line, nesting 8, 50,000 events, 200 time zones, 1,000 exception
     * dates}
     */
    public static FeedLimits defaults() {
        return new FeedLimits(10_000_000, 20_000_000, 1_000_000, 8, 50_000, 200, 1_000);
    }

    /**
     * Changes the numbers of bytes, on the wire and after decompression.
     *
     * @param wire as sent
     * @param decoded after decompression
     * @return these limits otherwise
     */
    public FeedLimits withBytes(long wire, long decoded) {
        return new FeedLimits(wire, decoded, lineBytes, nesting, events, timeZones, exceptionDates);
    }

    /**
     * Changes the length of lines.
     *
     * @param bytes after unfolding
     * @return these limits otherwise
     */
    public FeedLimits withLineBytes(int bytes) {
        return new FeedLimits(wireBytes, decodedBytes, bytes, nesting, events, timeZones, exceptionDates);
    }

    /**
     * Changes the nesting.
     *
     * @param depth the calendar itself counted
     * @return these limits otherwise
     */
    public FeedLimits withNesting(int depth) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, depth, events, timeZones, exceptionDates);
    }

    /**
     * Changes the number of events.
     *
     * @param count at most
     * @return these limits otherwise
     */
    public FeedLimits withEvents(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, count, timeZones, exceptionDates);
    }

    /**
     * Changes the number of time zones.
     *
     * @param count at most
     * @return these limits otherwise
     */
    public FeedLimits withTimeZones(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, events, count, exceptionDates);
    }

    /**
     * Changes the number of exception dates of one event.
     *
     * @param count at most
     * @return these limits otherwise
     */
    public FeedLimits withExceptionDates(int count) {
        return new FeedLimits(wireBytes, decodedBytes, lineBytes, nesting, events, timeZones, count);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
