package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import java.util.Map;

/**
 * How often what was called and answered; calls that went wrong by arrangement count too. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxCounters {

    private final GoogleServer server;

    SandboxCounters(GoogleServer server) {
        this.server = server;
    }

    /**
     * Returns how often an operation was called.
     *
     * @param operation its name, as {@code events.list} or {@code token}
     * @return the number
     */
    public long calls(String operation) {
        return calls().getOrDefault(operation, 0L);
    }

    /**
     * Returns how often each operation was called.
     *
     * @return the numbers by operation
     */
    public Map<String, Long> calls() {
        return server.counts().calls();
    }

    /**
     * Returns how often an operation was answered with a status.
     *
     * @param operation its name
     * @param status the status; 0 where the connection was cut without an answer
     * @return the number
     */
    public long answers(String operation, int status) {
        return answers().getOrDefault(operation + " " + status, 0L);
    }

    /**
     * Returns how often each operation was answered with each status.
     *
     * @return the numbers, by names as {@code events.list 410}
     */
    public Map<String, Long> answers() {
        return server.counts().answers();
    }

    /**
     * Returns how many answers of all operations had a status.
     *
     * @param status the status
     * @return the number
     */
    public long answers(int status) {
        return answers().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + status))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Returns how often a refresh token was exchanged for new tokens, in vain or not.
     *
     * @return the number
     */
    public long refreshes() {
        return calls("token.refresh");
    }

    /** Begins anew. */
    public void reset() {
        server.counts().reset();
    }
}
