package io.calendarsync;

/**
 * What a synced calendar is used for.
 *
 * @since 0.1
 */
public enum Use {
    /** What is in it blocks its owner's time; one that merely informs, as of holidays, should not. */
    BUSY
}
