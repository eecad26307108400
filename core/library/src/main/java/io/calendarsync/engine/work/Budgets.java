package io.calendarsync.engine.work;

import io.calendarsync.engine.record.BudgetRecords;
import io.calendarsync.engine.record.Urgency;
import io.calendarsync.spi.provider.ProviderId;
import io.calendarsync.spi.provider.RequestBudget;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the application may ask of its providers, shared by all nodes. Thread-safe. */
public final class Budgets {

    private final BudgetRecords records;
    private final Map<ProviderId, Integer> limits;
    private final InstantSource clock;
    private final Map<ProviderId, NodeBudget> open = new ConcurrentHashMap<>();

    /**
     * Creates them.
     *
     * @param limits how many requests a minute may be made, for the providers of which the host has said
     */
    public Budgets(BudgetRecords records, Map<ProviderId, Integer> limits, InstantSource clock) {
        this.records = records;
        this.limits = Map.copyOf(limits);
        this.clock = clock;
    }

    /** Returns what the requests of one session of that urgency are paid from; a reading that was begun goes on first. */
    public RequestBudget of(ProviderId provider, Urgency urgency) {
        NodeBudget node = node(provider);
        boolean isReading = urgency == Urgency.POLL;
        AtomicBoolean begun = new AtomicBoolean();
        return units -> {
            node.spend(units, isReading && begun.get() ? Urgency.RENEWAL : urgency, isReading);
            begun.set(true);
        };
    }

    /** Takes note that a provider found that the application asks too much. */
    public void overspent(ProviderId provider) {
        node(provider).overspent();
    }

    private NodeBudget node(ProviderId provider) {
        return open.computeIfAbsent(provider, id -> new NodeBudget(records, id, limits.getOrDefault(id, 0), clock));
    }
}
