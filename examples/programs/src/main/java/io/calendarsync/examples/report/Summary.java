package io.calendarsync.examples.report;

import io.calendarsync.EventChange;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what a run comes to. Confined to one thread. */
public final class Summary {

    private static final int MOST_LISTED = 100;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private long degraded;
    private long bytes;
    private long milliseconds;

    /** Something about an event that could not be understood. */
    public record Lost(String source, String uid, String reason, String detail) {}

    /** A stretch of time in which it is not known what a feed holds. */
    public record Unknown(String source, String from, String to, String why) {}

    /** Begins with the counts that are printed even if they stay zero. */
    public Summary(String... names) {
        for (String name : names) {
            counts.put(name, 0L);
        }
    }

    public void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    public void count(EventChange.Kind kind) {
        count(Names.of(kind), 1);
    }

    /**
     * Notes an event; what of it was not understood is counted, and the first hundred listed.
     *
     * @param expanding what only came out when its rules were read
     */
    public void event(String source, Event event, Collection<Degradation> expanding) {
        Set<Degradation> all = new LinkedHashSet<>(event.degradations());
        all.addAll(expanding);
        degraded += all.isEmpty() ? 0 : 1;
        for (Degradation degradation : all) {
            String reason = Names.of(degradation.reason());
            reasons.merge(reason, 1L, Long::sum);
            if (lost.size() < MOST_LISTED) {
                lost.add(new Lost(source, event.uid(), reason, degradation.detail()));
            }
        }
    }

    public void unknown(Unknown gap) {
        unknown.add(gap);
    }

    public void cost(long readBytes, long tookMilliseconds) {
        bytes = readBytes;
        milliseconds = tookMilliseconds;
    }

    public long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    public Map<String, Long> counts() {
        return counts;
    }

    public Map<String, Long> reasons() {
        return reasons;
    }

    public List<Lost> lost() {
        return lost;
    }

    public List<Unknown> unknown() {
        return unknown;
    }

    public long degraded() {
        return degraded;
    }

    public long bytes() {
        return bytes;
    }

    public long milliseconds() {
        return milliseconds;
    }
}
