package io.calendarsync.recurrence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start of a series, its RDATEs and what its rules name, before exceptions and overrides. Immutable. */
final class Originals {

    private final SeriesClock clock;
    private final List<Original> fixed;
    private final List<Repetition> rules;

    /**
     * Gathers the instances of a series.
     *
     * @param dates the instances that are named one by one, the start of the series among them
     */
    Originals(SeriesClock clock, List<Original> dates, List<Repetition> rules) {
        this.clock = clock;
        this.fixed =
                dates.stream().sorted(Comparator.comparing(Original::clock)).toList();
        this.rules = List.copyOf(rules);
    }

    List<Repetition> rules() {
        return rules;
    }

    /** Returns whether a rule has to be counted from its start, whatever part of it is of interest. */
    boolean isCounted() {
        return rules.stream().anyMatch(rule -> rule.count() > 0);
    }

    List<Original> fixed() {
        return fixed;
    }

    /** Walks through those at or after {@code from} and before {@code to}, in the order of their wall clocks. */
    Walk walk(LocalDateTime from, LocalDateTime to, Steps steps) {
        return new Walk(from, to, steps);
    }

    /**
     * A walk; confined to one thread. An instance that several sources name comes several times. Those named one by one
     * cost no steps: they are there however costly the rules are.
     */
    final class Walk {

        private final List<Source> sources = new ArrayList<>();

        private Walk(LocalDateTime from, LocalDateTime to, Steps steps) {
            List<Original> dates = fixed.stream()
                    .filter(date -> !date.clock().isBefore(from) && date.clock().isBefore(to))
                    .toList();
            if (!dates.isEmpty()) {
                var iterator = dates.iterator();
                sources.add(new Source(() -> iterator.hasNext() ? iterator.next() : null));
            }
            for (Repetition rule : rules) {
                WallClockRule.Walk clocks = rule.walk(from, to, steps, true);
                sources.add(new Source(() -> next(rule, clocks)));
            }
        }

        private @Nullable Original next(Repetition rule, WallClockRule.Walk clocks) {
            LocalDateTime next = clocks.next();
            while (next != null) {
                Original original = clock.original(next);
                if (!original.at().isAfter(rule.last())) {
                    return original;
                }
                next = clocks.next();
            }
            return null;
        }

        /** Returns the next instance; null at the end. Rules end when the steps are exhausted. */
        @Nullable
        Original next() {
            Source earliest = null;
            for (Source source : sources) {
                Original head = source.head();
                if (head != null && (earliest == null || head.clock().isBefore(earliest.clock()))) {
                    earliest = source;
                }
            }
            return earliest == null ? null : earliest.poll();
        }
    }

    /** One of the things that name instances, with the one it names next. */
    private static final class Source {

        private final Supply supply;
        private @Nullable Original head;
        private boolean ended;

        Source(Supply supply) {
            this.supply = supply;
        }

        @Nullable
        Original head() {
            if (head == null && !ended) {
                head = supply.next();
                ended = head == null;
            }
            return head;
        }

        LocalDateTime clock() {
            Original first = head();
            return first == null ? LocalDateTime.MAX : first.clock();
        }

        @Nullable
        Original poll() {
            Original first = head();
            head = null;
            return first;
        }
    }

    private interface Supply {
        @Nullable
        Original next();
    }
}
