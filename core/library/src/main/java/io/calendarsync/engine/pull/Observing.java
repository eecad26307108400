package io.calendarsync.engine.pull;

import io.calendarsync.engine.plan.EventDiff;
import io.calendarsync.engine.plan.Fingerprint;
import io.calendarsync.engine.plan.PagePlanner;
import io.calendarsync.engine.plan.Unchanged;
import io.calendarsync.model.Event;
import java.util.function.UnaryOperator;

/** Puts the parts together that observe, plan and apply. */
public record Observing(Rounds rounds, Reviews reviews, Pages pages) {

    /**
     * Creates them.
     *
     * @param fit cuts events that are too large to keep
     */
    public static Observing over(Shelf shelf, Rules rules, UnaryOperator<Event> fit) {
        Fingerprint fingerprint = new Fingerprint();
        PagePlanner planner = new PagePlanner(fingerprint, new EventDiff());
        Pages pages = new Pages(shelf, planner, new Unchanged(fingerprint), fit);
        Applier applier = new Applier(shelf);
        Reviews reviews = new Reviews(shelf, rules, pages, applier);
        Sweeper sweeper = new Sweeper(shelf, rules, pages, applier, reviews);
        return new Observing(new Rounds(shelf, rules, pages, applier, reviews, sweeper), reviews, pages);
    }
}
