package io.calendarsync;

import java.util.Set;

/**
 * What a calendar is used for.
 *
 * @since 0.1
 */
public enum Use {
    /** It is read, and what changes in it is told. All other uses need this one. */
    SYNC,
    /** What is in it blocks its owner's time; one that merely informs, as of holidays, should not. */
    BUSY,
    /** The provider is asked to tell of changes, where it can. */
    WATCH,
    /** Events may be put into it. */
    WRITE;

    /** {@return what a calendar that belongs to its account is used for until something else is said} */
    public static Set<Use> standard() {
        return Set.of(SYNC, BUSY, WATCH);
    }
}
