package io.calendarsync;

/**
 * How much of an account's events is stored.
 *
 * @since 0.1
 */
public enum Detail {
    /** Only when and how they count: no title, text, place, address, link or provider's own fields. */
    TIMES_ONLY,
    /** All there is. */
    FULL
}
