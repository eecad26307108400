package io.calendarsync.testkit.sim;

import java.util.EnumMap;
import java.util.Map;

/** How often each kind of fault happened. Confined. */
final class Counts {

    private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);

    void add(FaultKind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    void addAll(Map<FaultKind, Long> others) {
        others.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    }

    Map<FaultKind, Long> all() {
        return new EnumMap<>(counts);
    }
}
