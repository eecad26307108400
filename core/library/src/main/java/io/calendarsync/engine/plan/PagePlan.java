package io.calendarsync.engine.plan;

import java.util.List;
import java.util.Set;

/**
 * What follows from a page.
 *
 * @param actions one for each event at most, in the provider's order
 * @param present the ids the page says are there
 * @param gone the ids the page says are gone
 * @param unsettled the ids the page says contrary or doubtful things about: to be fetched, then planned again
 */
public record PagePlan(List<Action> actions, Set<String> present, Set<String> gone, Set<String> unsettled) {

    /** Returns how many stored events it deletes. */
    public int deletions() {
        return (int) actions.stream().filter(Action.Remove.class::isInstance).count();
    }
}
