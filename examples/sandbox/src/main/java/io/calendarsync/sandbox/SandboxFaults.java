package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;

/**
 * Arranges that calls go wrong: {@code faults().next(3).operation("events.list").answer(503)}. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxFaults {

    private final GoogleServer server;

    SandboxFaults(GoogleServer server) {
        this.server = server;
    }

    /**
     * Begins an arrangement for the next calls of any kind.
     *
     * @param times how many calls it strikes, at least 1
     * @return what says which calls, and how they go wrong
     */
    public SandboxFault next(int times) {
        return new SandboxFault(server.faults(), times);
    }

    /** Forgets what is arranged. */
    public void clear() {
        server.faults().clear();
    }

    /**
     * Returns how many calls went wrong by arrangement.
     *
     * @return the number
     */
    public long struck() {
        return server.faults().struck();
    }

    /**
     * Returns how many calls will still go wrong.
     *
     * @return the number
     */
    public int left() {
        return server.faults().left();
    }
}
