package io.calendarsync.engine.pull;

import io.calendarsync.engine.plan.Action;
import io.calendarsync.engine.record.CalendarRecord;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.Stored;
import io.calendarsync.model.HostKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Turns actions into commits, as many as the store's limits ask for: each carries its events, what is told of them and
 * the calendar's state; only the last leaves the state that the whole is to end in. Thread-safe.
 */
final class Applier {

    private final Shelf shelf;

    Applier(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What the last commit of a batch of actions does besides. */
    record Ending(
            UnaryOperator<CalendarRecord> state,
            BiConsumer<CalendarCommit, CalendarRecord> besides,
            String why,
            BiPredicate<Commit, CalendarRecord> way) {

        Ending(UnaryOperator<CalendarRecord> state, BiConsumer<CalendarCommit, CalendarRecord> besides, String why) {
            this(state, besides, why, (commit, left) -> commit.run());
        }

        static Ending of(UnaryOperator<CalendarRecord> state, String why) {
            return new Ending(state, (commit, calendar) -> {}, why);
        }
    }

    /** Applies all of the actions; returns what is then stored. */
    Stored<CalendarRecord> apply(
            Stored<CalendarRecord> read, List<Action> actions, boolean initial, Instant now, Ending ending) {
        Stored<CalendarRecord> held = read;
        Map<String, HostKey> links = actions.isEmpty() || initial
                ? Map.of()
                : shelf.links().find(read.value().info().id(), Pages.ids(actions));
        CalendarCommit commit = new CalendarCommit(shelf, held, now);
        for (Action action : actions) {
            if (!commit.fitsOneMore()) {
                held = commit.runMidway();
                commit = new CalendarCommit(shelf, held, now);
            }
            commit.add(action, initial, links);
        }
        CalendarRecord last = ending.state().apply(held.value());
        ending.besides().accept(commit, last);
        return commit.run(last, ending.why(), ending.way());
    }
}
