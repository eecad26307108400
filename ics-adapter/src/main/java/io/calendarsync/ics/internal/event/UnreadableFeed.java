package io.calendarsync.ics.internal.event;

/** A body that must not be taken for the state of a calendar. Its message is for people and shows no address. */
public final class UnreadableFeed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with a body. */
    public enum Why {
        /** It is something else: a sign-in page, an error text, nothing at all. */
        NOT_A_CALENDAR,
        /** It begins as a calendar and does not end as one. */
        TRUNCATED,
        /** It is beyond one of the limits. */
        BEYOND_LIMITS
    }

    UnreadableFeed(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Returns what is wrong. */
    public Why why() {
        return why;
    }
}
