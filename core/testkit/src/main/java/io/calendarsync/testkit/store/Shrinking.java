package io.calendarsync.testkit.store;

import java.util.ArrayList;
import java.util.List;

/** Makes a failing history short: leaves out halves, then quarters, down to single operations. */
final class Shrinking {

    /** Most repetitions spent on it. */
    private static final int BUDGET = 300;

    private Shrinking() {}

    static List<Operation> shrink(List<Operation> failing, Replay replay) {
        List<Operation> shortest = failing;
        int left = BUDGET;
        for (int chunk = Math.max(1, failing.size() / 2); chunk > 0; chunk /= 2) {
            for (int from = 0; from < shortest.size() && left > 0; left--) {
                List<Operation> shorter = without(shortest, from, chunk);
                if (replay.firstDifference(shorter).isPresent()) {
                    shortest = shorter;
                } else {
                    from += chunk;
                }
            }
        }
        return shortest;
    }

    private static List<Operation> without(List<Operation> history, int from, int chunk) {
        List<Operation> rest = new ArrayList<>(history.subList(0, from));
        rest.addAll(history.subList(Math.min(history.size(), from + chunk), history.size()));
        return rest;
    }
}
