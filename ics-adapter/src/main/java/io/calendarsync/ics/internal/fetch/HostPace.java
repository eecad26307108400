package io.calendarsync.ics.internal.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Keeps requests to one host apart, whichever feeds they are for: so many at once, then as many in each stretch of time.
 * What is refused is told when to come back, each caller at another moment. Thread-safe.
 */
public final class HostPace {

    /** Beyond this, the host asked longest ago is forgotten: it has what it is owed by then. */
    private static final int MOST_HOSTS = 10_000;

    private final int most;
    private final Duration within;
    private final RandomGenerator dice;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Spent> hosts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    /**
     * What was asked of a host.
     *
     * @param requests how many count still; they wear off as time passes
     * @param at as of when
     */
    private record Spent(double requests, Instant at) {}

    /**
     * Creates it.
     *
     * @param most requests to one host, positive
     * @param within in this time, positive
     * @param dice spreads those who have to come back
     */
    public HostPace(int most, Duration within, RandomGenerator dice) {
        this.most = most;
        this.within = within;
        this.dice = dice;
    }

    /** Takes leave for one request; where there is none, returns how long to wait at least. */
    Optional<Duration> take(String host, Instant now) {
        lock.lock();
        try {
            Spent spent = hosts.getOrDefault(host, new Spent(0, now));
            // A clock that went back gives nothing, and takes nothing away for longer than it went back.
            Duration passed = now.isBefore(spent.at()) ? Duration.ZERO : Duration.between(spent.at(), now);
            double left = Math.max(0, spent.requests() - most * ((double) passed.toMillis() / within.toMillis()));
            if (left + 1 <= most) {
                hosts.put(host, new Spent(left + 1, now));
                return Optional.empty();
            }
            hosts.put(host, new Spent(left, now));
            long wait = (long) Math.ceil((left + 1 - most) * within.toMillis() / most);
            return Optional.of(Duration.ofMillis(wait + dice.nextLong(within.toMillis())));
        } finally {
            lock.unlock();
        }
    }
}
