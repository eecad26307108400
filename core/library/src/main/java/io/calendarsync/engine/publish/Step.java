package io.calendarsync.engine.publish;

/** What came of one step of a write. */
enum Step {
    /** A step was taken: look what is next. */
    TAKEN,
    /** Something is not as it was read any more, so nothing was written down: look again. */
    MOVED_ON,
    /** There is nothing more to do here now. */
    DONE;

    static Step of(boolean taken) {
        return taken ? TAKEN : MOVED_ON;
    }
}
