package io.calendarsync.model;

/**
 * What may be done with calendars: asked of a user as consent, or told by a provider of one calendar. Each allows what
 * stands before it, too.
 *
 * @since 0.1
 */
public enum Access {
    /** See when they are busy. */
    FREE_BUSY,
    /** Read events. */
    READ,
    /** Read and write events. */
    READ_WRITE;

    /**
     * {@return whether this allows all that the other does}
     *
     * @param other what is wanted
     */
    public boolean covers(Access other) {
        return compareTo(other) >= 0;
    }
}
