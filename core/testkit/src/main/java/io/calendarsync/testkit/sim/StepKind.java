package io.calendarsync.testkit.sim;

/** The kinds of steps, and how often each is taken. */
enum StepKind {
    // What users do.
    CREATE(9),
    CREATE_SERIES(3),
    CREATE_MANY(1),
    RETITLE(6),
    RESCHEDULE(6),
    DELETE(4),
    OVERRIDE(4),
    CANCEL_INSTANCE(3),
    UNMAKE_SERIES(1),
    TOUCH(2),
    MOVE_CALENDAR(2),
    SPOIL(2),
    MEND(2),
    GIANT(1),
    CLEAR(1),
    // What the provider does.
    FORGET_SOME(2),
    FORGET_ALL(2),
    REMEMBER(3),
    UNSHARE(1),
    SHARE(3),
    LOSE_CURSORS(3),
    LOSE_PAGES(3),
    END_TOKENS(2),
    TAKE_BACK(1),
    SWAP_CONSENT(1),
    // What nodes do.
    RUN(34),
    RUN_ALL(14),
    PASS(16),
    STOP(2),
    STOP_IN_PAGE(1),
    RESTART(8),
    CLOCK_AHEAD(1),
    CLOCK_BEHIND(1),
    CLOCK_SKEW(1),
    CLOCK_RIGHT(4),
    // Notices.
    CHANNELS(3),
    NOTICES(6),
    FORGE(2),
    ASTRAY(2),
    // What the host does.
    CONNECT(3),
    DISCONNECT(1),
    PAUSE(1),
    RESUME(3),
    ERASE(1),
    LINK(1),
    PREVIEW(2),
    CONFIRM(2),
    CONFIRM_LATE(1),
    DISCARD(1),
    SYNC_NOW(4),
    PUT(20),
    RETRACT(6),
    // What users do with what the host has put.
    EDIT_OURS(8),
    DELETE_OURS(4),
    // Subscribers.
    SUBSCRIBE(1),
    UNSUBSCRIBE(1),
    ABSENT(1),
    RETURN(2),
    STUBBORN(2),
    CALM(2),
    REPLAY(3),
    SKIP(1);

    private final int weight;

    StepKind(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
