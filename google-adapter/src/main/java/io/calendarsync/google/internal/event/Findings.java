package io.calendarsync.google.internal.event;

import io.calendarsync.model.Degradation;
import java.util.ArrayList;
import java.util.List;

/** Gathers what of one event could not be understood. Confined to one thread. */
final class Findings {

    private final List<Degradation> all = new ArrayList<>(0);

    void add(Degradation.Reason reason, String detail) {
        Degradation one = new Degradation(reason, detail);
        if (!all.contains(one)) {
            all.add(one);
        }
    }

    List<Degradation> all() {
        return all;
    }
}
