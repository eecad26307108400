package io.calendarsync.spi.provider;

/**
 * What the pages of a round add up to. All pages of a round say the same.
 *
 * @since 0.1
 */
public enum Coverage {
    /** What changed since the cursor; what is not in it is unchanged. */
    CHANGES,
    /** Everything, read while it may have been changing; the cursor at its end tells what moved meanwhile. */
    LISTING,
    /** Everything, as of one moment. May also answer a cursor, where a provider can only compare wholes. */
    SNAPSHOT
}
