package io.calendarsync.testkit.provider;

import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Faults told in advance: the next call fails, every third does, the answer is lost, all is slow. Thread-safe.
 *
 * @since 0.1
 */
public final class ScriptedFaults implements FaultPlan {

    private final Map<ProviderCall.Kind, Deque<RuntimeException>> failing = new EnumMap<>(ProviderCall.Kind.class);
    private final Map<ProviderCall.Kind, Deque<RuntimeException>> losing = new EnumMap<>(ProviderCall.Kind.class);
    private final Map<ProviderCall.Kind, Every> every = new EnumMap<>(ProviderCall.Kind.class);
    private final List<FaultPlan> standing = new ArrayList<>();

    /** Creates a script without faults. */
    public ScriptedFaults() {}

    /**
     * Makes the next call of that kind fail before it does anything; told twice, the next two.
     *
     * @param kind which call
     * @param fault a {@link Refusal}, or what the caller is to catch
     * @return this script
     */
    public synchronized ScriptedFaults failNext(ProviderCall.Kind kind, RuntimeException fault) {
        failing.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /**
     * Makes the next call of that kind do its work and then fail.
     *
     * @param kind which call
     * @param fault a {@link Refusal}, or what the caller is to catch
     * @return this script
     */
    public synchronized ScriptedFaults loseNextAnswer(ProviderCall.Kind kind, RuntimeException fault) {
        losing.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /**
     * Makes every {@code k}-th call of that kind from now on fail before it does anything.
     *
     * @param kind which call
     * @param k 1 for all, 2 for every other
     * @param fault gives a {@link Refusal}, or what the caller is to catch
     * @return this script
     */
    public synchronized ScriptedFaults failEvery(
            ProviderCall.Kind kind, int k, Supplier<? extends RuntimeException> fault) {
        if (k < 1) {
            throw new IllegalArgumentException("every how many calls? " + k);
        }
        every.put(kind, new Every(k, fault));
        return this;
    }

    /**
     * Makes every call of that kind take so long, by that clock.
     *
     * @param kind which call
     * @param each how long one call takes
     * @param clock moved on by each call
     * @return this script
     */
    public synchronized ScriptedFaults slow(ProviderCall.Kind kind, Duration each, VirtualClock clock) {
        standing.add(new Slow(kind, each, clock));
        return this;
    }

    /** Forgets all that was told. */
    public synchronized void clear() {
        failing.clear();
        losing.clear();
        every.clear();
        standing.clear();
    }

    @Override
    public void before(ProviderCall call) {
        slowdowns().forEach(slow -> slow.before(call));
        throwNext(failing, call);
        throwEvery(call);
    }

    @Override
    public void after(ProviderCall call) {
        throwNext(losing, call);
    }

    private synchronized List<FaultPlan> slowdowns() {
        return List.copyOf(standing);
    }

    private synchronized void throwNext(Map<ProviderCall.Kind, Deque<RuntimeException>> told, ProviderCall call) {
        Deque<RuntimeException> queue = told.get(call.kind());
        if (queue != null && !queue.isEmpty()) {
            throw queue.remove();
        }
    }

    private synchronized void throwEvery(ProviderCall call) {
        Every rule = every.get(call.kind());
        if (rule != null && ++rule.calls % rule.k == 0) {
            throw rule.fault.get();
        }
    }

    private static final class Every {
        private final int k;
        private final Supplier<? extends RuntimeException> fault;
        private long calls;

        Every(int k, Supplier<? extends RuntimeException> fault) {
            this.k = k;
            this.fault = fault;
        }
    }

    private record Slow(ProviderCall.Kind kind, Duration each, VirtualClock clock) implements FaultPlan {
        @Override
        public void before(ProviderCall call) {
            if (call.kind() == kind) {
                clock.advance(each);
            }
        }

        @Override
        public void after(ProviderCall call) {}
    }
}
