package io.calendarsync.google.journey;

/** What goes wrong on a journey; each kind is counted where it happens. */
enum Trouble {
    PUSH_LOST,
    PUSH_DOUBLED,
    PUSH_LATE,
    TOKENS_EXPIRED,
    SYNC_TOKEN_LOST,
    PAGE_TOKEN_LOST,
    ODD_PAGES,
    UNAVAILABLE,
    RATE_LIMITED,
    ANSWER_CUT,
    ANSWER_TRUNCATED,
    NODE_DIED,
    NODE_DIED_AFTER_COMMIT,
    TOKEN_ANSWER_LOST,
    WATCH_ANSWER_LOST,
    WRITE_ANSWER_LOST,
    WRITE_LOST
}
