package io.calendarsync.testkit.sim;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run of simulated histories.
 *
 * @param histories how many were run
 * @param steps how many steps they had
 * @param elapsed how long that took, in real time
 * @param faults how often each kind of fault happened; kinds that never did have 0
 * @param failures the histories that broke a promise
 * @since 0.1
 */
public record SimulationReport(
        long histories, long steps, Duration elapsed, Map<FaultKind, Long> faults, List<Failure> failures) {

    /** How often in 1,000 histories each kind has to happen for the run to say anything. */
    public static final long LEAST_IN_A_THOUSAND = 50;

    /**
     * Copies the map and the list, and counts kinds that never happened as 0.
     *
     * @param histories how many were run
     * @param steps how many steps they had
     * @param elapsed how long that took, in real time
     * @param faults how often each kind of fault happened
     * @param failures the histories that broke a promise
     */
    public SimulationReport {
        EnumMap<FaultKind, Long> all = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            all.put(kind, faults.getOrDefault(kind, 0L));
        }
        faults = all;
        failures = List.copyOf(failures);
    }

    /**
     * A history that broke a promise.
     *
     * @param seed which; the same seed gives the same history
     * @param what what broke
     * @param steps the steps that are enough to break it, as text
     */
    public record Failure(long seed, String what, List<String> steps) {
        /**
         * Copies the list.
         *
         * @param seed which; the same seed gives the same history
         * @param what what broke
         * @param steps the steps that are enough to break it, as text
         */
        public Failure {
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(
                    "seed " + seed + ": " + what + "\n  enough are these " + steps.size() + " steps:\n");
            steps.forEach(step -> text.append("    ").append(step).append('\n'));
            return text.toString();
        }
    }

    /** {@return how many histories were run in a second} */
    public double rate() {
        return histories * 1e9 / Math.max(1, elapsed.toNanos());
    }

    /** {@return the kinds of faults that happened too rarely, judged by the number of histories} */
    public List<FaultKind> tooRare() {
        return faults.entrySet().stream()
                .filter(entry -> entry.getValue() * 1000 < LEAST_IN_A_THOUSAND * histories)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return whether every promise was kept and every kind of fault happened often enough} */
    public boolean isClean() {
        return failures.isEmpty() && tooRare().isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d histories, %,d steps, %.1f s, %.0f histories a second, %d failures%n",
                histories,
                steps,
                elapsed.toNanos() / 1e9,
                rate(),
                failures.size()));
        faults.forEach((kind, count) -> text.append(String.format(Locale.ROOT, "  %,12d  %s%n", count, kind)));
        return text.toString();
    }
}
