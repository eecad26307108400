package io.calendarsync.engine.work;

import io.calendarsync.FaultSource;
import io.calendarsync.RateLimited;
import io.calendarsync.engine.record.BudgetRecord;
import io.calendarsync.engine.record.BudgetRecords;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.spi.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A node's part of what may be asked of one provider: taken from the common budget by the handful, spent without asking
 * again. Readings that find nothing left are put off to a time of their own, one after the other, so that they do not
 * come back together. Thread-safe.
 */
final class NodeBudget {

    private static final int HANDFULS_A_SLOT = 50;
    private static final int PROMISES_AT_ONCE = 20;

    /**
     * How much of a handful may be spent in a later stretch, so that a node that seldom asks need not take a share each
     * time. A minute has a seventh to spare, which covers many nodes that all do so in the same one.
     */
    private static final long LEFT_OVER = 8;

    private final BudgetRecords records;
    private final ProviderId provider;
    private final long most;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Urgency, Long> hand = new EnumMap<>(Urgency.class);
    private Instant slot = Instant.EPOCH;
    private boolean limited;
    private long seen;
    private long seenBefore;
    private Instant promise = Instant.EPOCH;
    private Duration pace = Duration.ZERO;
    private int promises;

    NodeBudget(BudgetRecords records, ProviderId provider, long most, InstantSource clock) {
        this.records = records;
        this.provider = provider;
        this.most = most;
        this.clock = clock;
    }

    void spend(int units, Urgency urgency) {
        lock.lock();
        try {
            Instant now = clock.instant();
            turnTo(now);
            if (limited && !take(units, urgency, now)) {
                Instant again = urgency == Urgency.POLL ? promised(now) : slot.plus(BudgetRecord.SLOT);
                throw spent(Duration.between(now, again));
            }
            seen += units;
        } finally {
            lock.unlock();
        }
    }

    private void turnTo(Instant now) {
        Instant current = BudgetRecord.slotOf(now);
        if (current.equals(slot)) {
            return;
        }
        boolean next = current.equals(slot.plus(BudgetRecord.SLOT));
        seenBefore = next ? seen : 0;
        seen = 0;
        slot = current;
        hand.replaceAll((urgency, left) -> Math.min(left, LEFT_OVER));
        limited = most > 0
                || records.find(provider).filter(BudgetRecord::isLimited).isPresent();
    }

    private boolean take(int units, Urgency urgency, Instant now) {
        long left = hand.getOrDefault(urgency, 0L);
        if (left >= units) {
            hand.put(urgency, left - units);
            return true;
        }
        AtomicLong taken = new AtomicLong();
        Optional<BudgetRecord> known = records.change(provider, BudgetRecord.begin(most), before -> {
            BudgetRecord present = before.at(now, most);
            long handful = Math.max(units, present.left(Urgency.INTERACTIVE) / HANDFULS_A_SLOT);
            long there = Math.min(handful, present.left(urgency));
            taken.set(there >= units ? there : 0);
            return present.taken(taken.get());
        });
        if (known.isEmpty() || taken.get() == 0) {
            return false;
        }
        hand.put(urgency, left + taken.get() - units);
        return true;
    }

    /** Returns when a reading that was put off may come back. */
    private Instant promised(Instant now) {
        if (promises == 0 || promise.isBefore(now)) {
            Optional<BudgetRecord> known = records.change(
                    provider,
                    BudgetRecord.begin(most),
                    before -> before.at(now, most).promised(PROMISES_AT_ONCE));
            BudgetRecord present =
                    known.orElseGet(() -> BudgetRecord.begin(most)).at(now, most);
            promise = present.begin();
            pace = present.pace();
            promises = PROMISES_AT_ONCE;
        }
        promises--;
        promise = promise.plus(pace);
        return promise;
    }

    void overspent() {
        lock.lock();
        try {
            Instant now = clock.instant();
            turnTo(now);
            long aMinute = Math.max(seen, seenBefore) * 6;
            records.change(provider, BudgetRecord.begin(most), before -> before.overspent(now, aMinute));
            limited = true;
            hand.clear();
        } finally {
            lock.unlock();
        }
    }

    private RateLimited spent(Duration pause) {
        return new RateLimited(
                "The application has spent what it may ask of this provider for now",
                FaultSource.of(provider.value()).retryAfter(pause.isNegative() ? Duration.ZERO : pause),
                RateLimited.Limit.BUDGET);
    }
}
