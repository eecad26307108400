package io.calendarsync.spi.provider;

/**
 * What came of asking for a watch channel.
 *
 * @since 0.1
 */
public sealed interface WatchAnswer {

    /** It stands. */
    record Granted(WatchChannel channel) implements WatchAnswer {}

    /** What was to be watched never can be, or not in that way; it is only polled. One sentence says why. */
    record Unwatchable(String why) implements WatchAnswer {}
}
