package io.calendarsync.model;

/**
 * How an event counts in free/busy time, finer than RFC 5545's TRANSP.
 *
 * @since 0.1
 */
public enum ShowAs {
    /** Does not block time. */
    FREE,

    /** Blocks time. */
    BUSY,

    /** May block time. */
    TENTATIVE,

    /** Blocks time, away. */
    OUT_OF_OFFICE,

    /** At work in another place. */
    WORKING_ELSEWHERE,

    /** The source does not say. */
    UNKNOWN
}
