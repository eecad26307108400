package io.calendarsync.recurrence;

import io.calendarsync.model.RecurrenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * EXDATE and EXRULE of a series; immutable. An EXDATE that is a date takes every instance of that day; one that is a
 * time takes, of a series of whole days, the instance of its day.
 */
final class Exceptions {

    private final Set<Instant> instants = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final List<Repetition> rules;

    Exceptions(SeriesClock clock, List<RecurrenceId> dates, List<Repetition> rules) {
        this.rules = List.copyOf(rules);
        for (RecurrenceId date : dates) {
            if (date instanceof RecurrenceId.OnDate day && clock.kind() != SeriesClock.Kind.ALL_DAY) {
                days.add(day.date());
            } else {
                instants.add(clock.at(date));
            }
        }
    }

    Walk walk(long from, long to, Steps steps) {
        return new Walk(from, to, steps);
    }

    /** Goes along with a walk through instances; confined to one thread. */
    final class Walk {

        private final List<Heads> heads = new ArrayList<>();
        private final Steps steps;

        private Walk(long from, long to, Steps steps) {
            this.steps = steps;
            rules.forEach(rule -> heads.add(new Heads(rule, rule.walk(from, to, steps, false))));
        }

        /**
         * Returns whether the instance is taken away; to be asked in the order of the wall clocks. Where the steps do
         * not suffice to say, it is: the cut will be told, an instance too many would not.
         */
        boolean take(Original original) {
            boolean named = (!instants.isEmpty() && instants.contains(original.at()))
                    || (!days.isEmpty() && days.contains(original.local().toLocalDate()));
            for (Heads rule : heads) {
                named |= rule.reach(original);
            }
            return named || (!heads.isEmpty() && steps.exhausted());
        }
    }

    private static final class Heads {

        private final Repetition rule;
        private final WallClockRule.Walk clocks;
        private long head;

        Heads(Repetition rule, WallClockRule.Walk clocks) {
            this.rule = rule;
            this.clocks = clocks;
            this.head = clocks.next();
        }

        boolean reach(Original original) {
            while (head < original.clock()) {
                head = clocks.next();
            }
            return original.clock() == head && !original.at().isAfter(rule.last());
        }
    }
}
