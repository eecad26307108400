package io.calendarsync.engine.pull;

import io.calendarsync.model.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Spares a connection that is out of order, or asked for a pause, the requests of its other calendars. Each node has its
 * own; losing it costs a few requests. Thread-safe.
 */
final class Circuits {

    private static final int FAILURES_TO_OPEN = 3;
    private static final int MOST = 100_000;
    private static final Duration FARTHEST = Duration.ofHours(24);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ConnectionId, State> states = new LinkedHashMap<>();

    private record State(int failures, Instant openUntil) {}

    /** Returns until when the connection is to be left alone. */
    Optional<Instant> openUntil(ConnectionId connection, Instant now) {
        lock.lock();
        try {
            return Optional.ofNullable(states.get(connection))
                    .map(State::openUntil)
                    .filter(until -> until.isAfter(now) && until.isBefore(now.plus(FARTHEST)));
        } finally {
            lock.unlock();
        }
    }

    /** Notes an answer. */
    void closed(ConnectionId connection) {
        lock.lock();
        try {
            states.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes a failure.
     *
     * @param asked whether the provider itself asked for the pause
     */
    void failed(ConnectionId connection, Instant until, boolean asked) {
        lock.lock();
        try {
            State before = states.getOrDefault(connection, new State(0, Instant.EPOCH));
            int failures = before.failures() + 1;
            boolean open = asked || failures >= FAILURES_TO_OPEN;
            states.put(connection, new State(failures, open ? until : Instant.EPOCH));
            if (states.size() > MOST) {
                states.remove(states.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
