package io.calendarsync.recurrence;

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
                dates.stream().sorted(Comparator.comparingLong(Original::clock)).toList();
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

    /**
     * Walks through those at or after {@code from} and before {@code to}, in the order of their wall clocks.
     *
     * @param reader reads the clock of the series
     */
    Walk walk(long from, long to, Steps steps, ClockReader reader) {
        return new Walk(from, to, steps, reader);
    }

    /**
     * A walk; confined to one thread. An instance that several sources name comes several times. Those named one by one
     * cost no steps: they are there however costly the rules are.
     */
    final class Walk {

        private final List<Source> sources = new ArrayList<>(2);

        private Walk(long from, long to, Steps steps, ClockReader reader) {
            if (fixed.get(0).clock() < to && fixed.get(fixed.size() - 1).clock() >= from) {
                sources.add(new Dates(from, to));
            }
            for (Repetition rule : rules) {
                sources.add(new Repeated(rule, rule.walk(from, to, steps, true), reader));
            }
        }

        /** Returns the next instance; null at the end. Rules end when the steps are exhausted. */
        @Nullable
        Original next() {
            if (sources.size() == 1) {
                return sources.get(0).poll();
            }
            Source earliest = null;
            for (Source source : sources) {
                Original head = source.head();
                if (head != null && (earliest == null || head.clock() < earliest.clock())) {
                    earliest = source;
                }
            }
            return earliest == null ? null : earliest.poll();
        }
    }

    /** One of the things that name instances, with the one it names next. */
    private abstract static class Source {

        private @Nullable Original head;
        private boolean ended;

        /** Returns the next; null at the end. */
        abstract @Nullable Original read();

        @Nullable
        Original head() {
            if (head == null && !ended) {
                head = read();
                ended = head == null;
            }
            return head;
        }

        long clock() {
            Original first = head();
            return first == null ? WallClocks.NONE : first.clock();
        }

        @Nullable
        Original poll() {
            Original first = head();
            head = null;
            return first;
        }
    }

    private final class Dates extends Source {

        private final long to;
        private int next;

        Dates(long from, long to) {
            this.to = to;
            while (fixed.get(next).clock() < from) {
                next++;
            }
        }

        @Override
        @Nullable
        Original read() {
            boolean some = next < fixed.size() && fixed.get(next).clock() < to;
            return some ? fixed.get(next++) : null;
        }
    }

    private final class Repeated extends Source {

        private final Repetition rule;
        private final WallClockRule.Walk clocks;
        private final ClockReader reader;

        Repeated(Repetition rule, WallClockRule.Walk clocks, ClockReader reader) {
            this.rule = rule;
            this.clocks = clocks;
            this.reader = reader;
        }

        @Override
        @Nullable
        Original read() {
            for (long next = clocks.next(); next != WallClocks.NONE; next = clocks.next()) {
                Original original = clock.original(next, reader);
                if (!original.at().isAfter(rule.last())) {
                    return original;
                }
            }
            return null;
        }
    }
}
