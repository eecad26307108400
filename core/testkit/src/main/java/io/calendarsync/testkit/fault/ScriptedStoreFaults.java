package io.calendarsync.testkit.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Faults told in advance: the next call fails, or does its work and fails then. Thread-safe.
 *
 * @since 0.1
 */
public final class ScriptedStoreFaults implements StoreFaultPlan {

    private final Map<StoreCall.Kind, Deque<RuntimeException>> failing = new EnumMap<>(StoreCall.Kind.class);
    private final Map<StoreCall.Kind, Deque<RuntimeException>> losing = new EnumMap<>(StoreCall.Kind.class);

    /** Creates a script without faults. */
    public ScriptedStoreFaults() {}

    /**
     * Makes the next call of that kind fail before the store hears of it; told twice, the next two.
     *
     * @param kind which method
     * @param fault what the caller is to catch
     * @return this script
     */
    public synchronized ScriptedStoreFaults failNext(StoreCall.Kind kind, RuntimeException fault) {
        failing.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /**
     * Makes the next call of that kind do its work and fail then.
     *
     * @param kind which method
     * @param fault what the caller is to catch
     * @return this script
     */
    public synchronized ScriptedStoreFaults loseNextAnswer(StoreCall.Kind kind, RuntimeException fault) {
        losing.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(fault);
        return this;
    }

    @Override
    public synchronized void before(StoreCall call) {
        throwNext(failing, call);
    }

    @Override
    public synchronized void after(StoreCall call) {
        throwNext(losing, call);
    }

    private static void throwNext(Map<StoreCall.Kind, Deque<RuntimeException>> told, StoreCall call) {
        Deque<RuntimeException> queue = told.get(call.kind());
        if (queue != null && !queue.isEmpty()) {
            throw queue.remove();
        }
    }
}
