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

    /** What a node has in hand was counted when it was taken: little enough that it may be spent whenever it comes. */
    private static final int HANDFULS_A_MINUTE = 200;

    private static final int PROMISES_AT_ONCE = 20;

    private final BudgetRecords records;
    private final ProviderId provider;
    private final long most;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Urgency, Long> hand = new EnumMap<>(Urgency.class);
    private Instant promise = Instant.EPOCH;
    private Duration each = Duration.ZERO;
    private int promises;

    NodeBudget(BudgetRecords records, ProviderId provider, long most, InstantSource clock) {
        this.records = records;
        this.provider = provider;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Takes from what is left.
     *
     * @param isPutOff whether who finds nothing is a reading that comes back by itself, and so is given a time
     */
    void spend(int units, Urgency urgency, boolean isPutOff) {
        lock.lock();
        try {
            Instant now = clock.instant();
            long left = hand.getOrDefault(urgency, 0L);
            if (left >= units) {
                hand.put(urgency, left - units);
                return;
            }
            Optional<BudgetRecord> lacking = take(units - left, urgency, now);
            if (lacking.isPresent()) {
                throw spent(
                        isPutOff
                                ? Duration.between(now, promised(now))
                                : lacking.get().until(urgency, now));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a handful and what was asked for out of it; returns the budget where it has too little. */
    private Optional<BudgetRecord> take(long units, Urgency urgency, Instant now) {
        AtomicLong taken = new AtomicLong();
        Optional<BudgetRecord> known = records.change(provider, BudgetRecord.begin(most), before -> {
            BudgetRecord present = before.at(now, most);
            long there = present.left(urgency, now, most);
            long handful = Math.min(there, Math.max(units, present.perMinute() / HANDFULS_A_MINUTE));
            taken.set(handful >= units ? handful : 0);
            return taken.get() == 0 ? present : present.taken(taken.get(), now);
        });
        if (known.isEmpty() || taken.get() == 0) {
            return Optional.of(known.orElseGet(() -> BudgetRecord.begin(most)).at(now, most));
        }
        hand.put(urgency, taken.get() - units);
        return Optional.empty();
    }

    /** Returns when a reading that was put off may come back. */
    private Instant promised(Instant now) {
        if (promises == 0 || promise.isBefore(now)) {
            Optional<BudgetRecord> known = records.change(
                    provider,
                    BudgetRecord.begin(most),
                    before -> before.at(now, most).promised(PROMISES_AT_ONCE, now));
            BudgetRecord present =
                    known.orElseGet(() -> BudgetRecord.begin(most)).at(now, most);
            promise = present.begin(now);
            each = present.each();
            promises = PROMISES_AT_ONCE;
        }
        promises--;
        promise = promise.plus(each);
        return promise;
    }

    void overspent() {
        lock.lock();
        try {
            Instant now = clock.instant();
            records.change(
                    provider,
                    BudgetRecord.begin(most),
                    before -> before.at(now, most).overspent(now, most));
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
