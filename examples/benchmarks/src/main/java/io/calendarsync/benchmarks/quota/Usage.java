package io.calendarsync.benchmarks.quota;

import io.calendarsync.sandbox.SandboxCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the sandbox was asked, minute by minute, and what of it was too much. Confined to one thread. */
final class Usage {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> REFUSALS = List.of(" 403", " 429");

    private final SandboxCounters counters;
    private final List<Minute> minutes = new ArrayList<>();
    private Instant end;
    private Minute before;

    /**
     * Requests of the API; those for tokens cost no quota.
     *
     * @param asked how many there were
     * @param refused how many of them the sandbox found too much
     */
    record Minute(long asked, long refused) {
        private Minute since(Minute earlier) {
            return new Minute(asked - earlier.asked, refused - earlier.refused);
        }

        /** Returns how many requests it took for each that was answered. */
        double askedForOne() {
            return asked == 0 ? 1 : (double) asked / Math.max(1, asked - refused);
        }
    }

    Usage(SandboxCounters counters, Instant begin) {
        this.counters = counters;
        this.end = begin.plus(MINUTE);
        this.before = sum();
    }

    /** Closes the minutes that have ended; to be called whenever time has passed. */
    void noteUntil(Instant now) {
        while (!now.isBefore(end)) {
            Minute sum = sum();
            minutes.add(sum.since(before));
            before = sum;
            end = end.plus(MINUTE);
        }
    }

    List<Minute> minutes() {
        return minutes;
    }

    /** Returns all minutes together. */
    Minute all() {
        return new Minute(
                minutes.stream().mapToLong(Minute::asked).sum(),
                minutes.stream().mapToLong(Minute::refused).sum());
    }

    /** Returns how many requests there were within that time of the beginning, to the minute. */
    long askedWithin(Duration time) {
        return minutes.stream()
                .limit(time.toMinutes() + 1)
                .mapToLong(Minute::asked)
                .sum();
    }

    /** Returns how many requests each answer took in the worst minute. */
    double worst() {
        return minutes.stream().mapToDouble(Minute::askedForOne).max().orElse(1);
    }

    private Minute sum() {
        long asked = 0;
        long refused = 0;
        for (Map.Entry<String, Long> answers : counters.answers().entrySet()) {
            if (isOfTheApi(answers.getKey())) {
                asked += answers.getValue();
                refused += REFUSALS.stream().anyMatch(answers.getKey()::endsWith) ? answers.getValue() : 0;
            }
        }
        return new Minute(asked, refused);
    }

    /** Operations of the API have a resource and a method. */
    private static boolean isOfTheApi(String operation) {
        return operation.contains(".") && !operation.startsWith("token");
    }
}
