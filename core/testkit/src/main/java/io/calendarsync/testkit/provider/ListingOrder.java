package io.calendarsync.testkit.provider;

/**
 * In which order the items of a round come.
 *
 * @since 0.1
 */
public enum ListingOrder {
    /** In order of creation, in later rounds of change: what is new while paging comes in a later page. */
    BY_CREATION,
    /** By start: an event moved while paging may come twice or, moved into a page already passed, not at all. */
    BY_START,
    /** In an order nobody can know: series and their overrides are split over pages. */
    SHUFFLED,
    /** All overrides before all series. */
    OVERRIDES_FIRST
}
