package io.calendarsync.engine.work;

import io.calendarsync.engine.record.Claim;
import io.calendarsync.engine.record.DueRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claims this node holds, and until when. Renewed by whoever calls {@link #renew}, also while a job's own thread is
 * inside a handler. Thread-safe.
 */
final class Leases {

    private final DueRecords due;
    private final InstantSource clock;
    private final Duration lease;
    private final Map<Claim, Instant> held = new ConcurrentHashMap<>();

    Leases(DueRecords due, InstantSource clock, Duration lease) {
        this.due = due;
        this.clock = clock;
        this.lease = lease;
    }

    Instant end() {
        return clock.instant().plus(lease);
    }

    /** Notes a claim that was made until then: no later than its record says, however long making it took. */
    void hold(Claim claim, Instant until) {
        held.put(claim, until);
    }

    void release(Claim claim) {
        held.remove(claim);
    }

    /** Returns whether the lease has not run out, by this node's clock; renews it past half its life. */
    boolean isHeld(Claim claim) {
        Instant end = held.get(claim);
        if (end == null || !clock.instant().isBefore(end)) {
            return false;
        }
        return !isHalfOver(end) || renew(claim);
    }

    /** Renews the leases that are past half their life. */
    void renew() {
        held.forEach((claim, end) -> {
            if (isHalfOver(end)) {
                renew(claim);
            }
        });
    }

    private boolean isHalfOver(Instant end) {
        return end.isBefore(clock.instant().plus(lease.dividedBy(2)));
    }

    private boolean renew(Claim claim) {
        Instant next = end();
        if (!due.renew(claim, next)) {
            held.remove(claim);
            return false;
        }
        held.computeIfPresent(claim, (same, before) -> next);
        return true;
    }
}
