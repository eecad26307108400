package io.calendarsync.engine.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What follows from a page.
 *
 * @param actions one for each event at most, in the provider's order
 * @param present the ids the page says are there
 * @param gone the ids the page says are gone, or was in doubt about: a later page that shows one is not believed
 * @param unsettled the ids the page says contrary or doubtful things about: to be fetched, then planned again
 */
public record PagePlan(List<Action> actions, Set<String> present, Set<String> gone, Set<String> unsettled) {

    /** Returns the plan of a page whose items contradicted each other about those ids, and may do so again. */
    public PagePlan disputing(Set<String> ids) {
        Set<String> all = new LinkedHashSet<>(gone);
        all.addAll(ids);
        return new PagePlan(actions, present, all, unsettled);
    }

    /** Returns the plan of a page that shows more than it was made of: events that are as they are stored. */
    public PagePlan showing(Set<String> unchanged) {
        if (unchanged.isEmpty()) {
            return this;
        }
        Set<String> all = new LinkedHashSet<>(present);
        all.addAll(unchanged);
        return new PagePlan(actions, all, gone, unsettled);
    }

    /** Returns how many stored events it deletes. */
    public int deletions() {
        return (int) actions.stream().filter(Action.Remove.class::isInstance).count();
    }
}
