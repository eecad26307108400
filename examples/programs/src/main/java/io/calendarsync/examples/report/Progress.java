package io.calendarsync.examples.report;

import java.io.PrintWriter;

/** A line on a terminal that says how far long work has come. Silent where nobody watches. */
public final class Progress {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean watched;

    /** Creates it; {@code examples/run} says by the environment whether stderr is a terminal. */
    public Progress(PrintWriter err) {
        this.err = err;
        this.watched = System.getenv("CALENDARSYNC_TERMINAL") != null;
    }

    public void show(String state) {
        if (watched) {
            err.print(ERASE_LINE + state);
            err.flush();
        }
    }

    public void clear() {
        show("");
    }
}
