package io.calendarsync;

/**
 * How a synced calendar stands.
 *
 * @since 0.1
 */
public enum CalendarState {
    /** Known, not read yet. */
    NEW,
    /** The first listing is being read. */
    LISTING,
    /** In step with the provider. */
    SYNCED,
    /** In step but for deletions that look like a mistake; see {@link ReviewNeeded}. */
    REVIEW,
    /** The provider cannot be read for now; it is tried again with growing pauses. */
    FAILING,
    /** The provider refuses; the calendar waits for the host or the user, and is looked at once a day. */
    PARKED,
    /** The host does not want it synced for now; one that does not belong to its account begins so. */
    PAUSED,
    /**
     * The account does not see it any more: it was deleted or is not shared any longer. It is neither read nor counted;
     * what is stored of it stays until it is disconnected, or comes back.
     */
    GONE
}
