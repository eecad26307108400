package io.calendarsync.testkit.provider;

/**
 * What clients may do with a fake calendar.
 *
 * @since 0.1
 */
public enum Writing {
    /** Nothing: it is only read. */
    NONE,
    /**
     * Clients name the events they create. A name is taken for ever, by what was deleted too; nobody gets a mail unless
     * asked for.
     */
    DERIVED_IDS,
    /**
     * The server names the events clients create, and knows for some minutes which it has created already. Whoever is
     * invited gets a mail, whether anybody asked for it or not.
     */
    FORGETFUL;

    /** {@return whether events may be written at all} */
    public boolean isAllowed() {
        return this != NONE;
    }
}
