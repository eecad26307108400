package io.calendarsync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds a short list of operations that still fails: leaves out halves, then quarters, down to single operations, as
 * long as what is left fails. Each try runs the test once; the number of tries is bounded.
 *
 * <p>The test must depend on the operations alone: one that fails by chance shrinks to anything. Immutable.
 *
 * @since 0.1
 */
public final class Shrinker {

    private final int mostRuns;

    /**
     * Creates a shrinker.
     *
     * @param mostRuns how many times the test may be run
     */
    public Shrinker(int mostRuns) {
        if (mostRuns < 1) {
            throw new IllegalArgumentException("a shrinker that may not run the test finds nothing: " + mostRuns);
        }
        this.mostRuns = mostRuns;
    }

    /**
     * {@return a part of the operations, in their order, that still fails}
     *
     * @param <T> the kind of operation
     * @param operations a list that fails; it is not run again
     * @param fails whether a list fails
     */
    public <T> Shrunk<T> shrink(List<T> operations, Predicate<List<T>> fails) {
        List<T> best = List.copyOf(operations);
        int runs = 0;
        int size = Math.max(1, best.size() / 2);
        boolean shorter = false;
        for (int from = 0; runs < mostRuns && !best.isEmpty(); ) {
            List<T> candidate = without(best, from, size);
            runs++;
            if (fails.test(candidate)) {
                best = candidate;
                shorter = true;
            } else {
                from += size;
            }
            if (from >= best.size()) {
                if (size == 1 && !shorter) {
                    return new Shrunk<>(best, runs, true);
                }
                size = Math.max(1, size / 2);
                shorter = false;
                from = 0;
            }
        }
        return new Shrunk<>(best, runs, best.isEmpty());
    }

    private static <T> List<T> without(List<T> all, int from, int size) {
        List<T> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(Math.min(all.size(), from + size), all.size()));
        return List.copyOf(rest);
    }

    /**
     * What is left of a list that fails.
     *
     * @param operations what is left; it fails
     * @param runs how many times the test was run
     * @param minimal whether leaving out any one operation more makes it pass; false where the runs were used up
     */
    public record Shrunk<T>(List<T> operations, int runs, boolean minimal) {
        /**
         * Copies the list.
         *
         * @param operations what is left; it fails
         * @param runs how many times the test was run
         * @param minimal whether leaving out any one operation more makes it pass; false where the runs were used up
         */
        public Shrunk {
            operations = List.copyOf(operations);
        }
    }
}
