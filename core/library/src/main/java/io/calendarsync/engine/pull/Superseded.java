package io.calendarsync.engine.pull;

/** Somebody else moved the calendar on: what was observed is dropped and asked for again, never planned again. */
final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Superseded() {
        super("the calendar moved on", null, false, false);
    }
}
