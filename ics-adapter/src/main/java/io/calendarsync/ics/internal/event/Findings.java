package io.calendarsync.ics.internal.event;

import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what could not be understood of one event; says the same thing once. */
final class Findings {

    private final Set<Degradation> found = new LinkedHashSet<>();

    void add(Reason reason, String detail) {
        found.add(new Degradation(reason, detail));
    }

    List<Degradation> all() {
        return new ArrayList<>(found);
    }
}
