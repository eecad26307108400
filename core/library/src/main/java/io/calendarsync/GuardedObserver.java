package io.calendarsync;

import io.calendarsync.engine.record.Fatal;
import io.calendarsync.model.CalendarId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a host's observer throws away from the work it observes. Thread-safe. */
final class GuardedObserver implements SyncObserver {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedObserver.class);

    private final SyncObserver observer;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    GuardedObserver(SyncObserver observer) {
        this.observer = observer;
    }

    @Override
    public void claimed(int reachedFor, int wasted) {
        guard("claimed", () -> observer.claimed(reachedFor, wasted));
    }

    @Override
    public void jobFailed(String kind, Throwable fault) {
        guard("jobFailed", () -> observer.jobFailed(kind, fault));
    }

    @Override
    public void pulled(CalendarId calendar, SyncReport report) {
        guard("pulled", () -> observer.pulled(calendar, report));
    }

    @Override
    public void deliveryFailed(String subscriber, String log, int attempt, boolean parked, Throwable fault) {
        guard("deliveryFailed", () -> observer.deliveryFailed(subscriber, log, attempt, parked, fault));
    }

    @Override
    public void delivered(String subscriber, String log) {
        guard("delivered", () -> observer.delivered(subscriber, log));
    }

    private void guard(String call, Runnable observation) {
        try {
            observation.run();
        } catch (Throwable e) {
            if (Fatal.isFatal(e)) {
                throw e;
            }
            // Once: an observer that always throws would say so with every job.
            if (reported.add(call)) {
                LOG.warn("the observer threw, which is passed over from now on call={}", call, e);
            }
        }
    }
}
