package io.calendarsync.sandbox.google.quota;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by operation, and answers by operation and status. Thread-safe. */
public final class CallCounts {

    private final Map<String, LongAdder> calls = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    /** Counts a call. */
    public void called(String operation) {
        calls.computeIfAbsent(operation, any -> new LongAdder()).increment();
    }

    /** Counts an answer, or a cut connection as status 0. */
    public void answered(String operation, int status) {
        answers.computeIfAbsent(operation + " " + status, any -> new LongAdder())
                .increment();
    }

    /** Returns the calls by operation. */
    public Map<String, Long> calls() {
        return copy(calls);
    }

    /** Returns the answers by operation and status, as in {@code events.list 410}. */
    public Map<String, Long> answers() {
        return copy(answers);
    }

    /** Begins anew. */
    public void reset() {
        calls.clear();
        answers.clear();
    }

    private static Map<String, Long> copy(Map<String, LongAdder> counts) {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> copy.put(name, count.sum()));
        return copy;
    }
}
