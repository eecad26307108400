package io.calendarsync.sandbox.google.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was spent within the last minute. */
final class Window {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Instant> spent = new ArrayDeque<>(4);

    boolean has(Instant now, int units, int most) {
        Instant past = now.minus(MINUTE);
        while (!spent.isEmpty() && !spent.peekFirst().isAfter(past)) {
            spent.removeFirst();
        }
        return spent.size() + units <= most;
    }

    void spend(Instant now, int units) {
        for (int unit = 0; unit < units; unit++) {
            spent.addLast(now);
        }
    }
}
