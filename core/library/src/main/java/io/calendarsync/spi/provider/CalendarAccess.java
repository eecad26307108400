package io.calendarsync.spi.provider;

/**
 * What an account may do with a calendar.
 *
 * @since 0.1
 */
public enum CalendarAccess {
    /** See when it is busy. */
    FREE_BUSY,
    /** Read events. */
    READ,
    /** Read and write events. */
    READ_WRITE
}
