package io.calendarsync.benchmarks.quota;

import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.Comparison;
import io.calendarsync.benchmarks.Effort;
import io.calendarsync.benchmarks.Sorted;
import io.calendarsync.testkit.Dice;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A fleet of 100,000 calendars without watches under one quota of 10,000 requests a minute, on virtual time: four nodes
 * poll them over HTTP at the sandbox, which refuses what is too much, while people wait for single calendars. Once the
 * host says what the quota is, once it has to be found out.
 */
public final class QuotaBenchmark implements Benchmark {

    static final String NAME = "quota";

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final double MOST_MILLIS = 2_000;
    private static final double MOST_ASKED = 1.01;
    private static final double MOST_ASKED_IN_A_MINUTE = 1.05;
    private static final double POLL_MINUTES = 15;
    private static final double MILLIS_A_MINUTE = 60_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "100,000 calendars polled under one quota, on virtual time; who waits beside them";
    }

    @Override
    public List<Comparison> run(Effort effort, Consumer<String> progress) {
        Size size = Size.of(effort);
        List<Comparison> all = new ArrayList<>(measure(size, true, progress));
        all.addAll(measure(size, false, progress));
        return all;
    }

    private static List<Comparison> measure(Size size, boolean told, Consumer<String> progress) {
        String subject = told ? "quota told" : "quota unknown";
        progress.accept(NAME + ": " + subject + ", " + size.calendars() + " calendars");
        VirtualClock clock = new VirtualClock(BEGIN);
        Readings readings = new Readings(clock);
        try (Fleet fleet = Fleet.open(size, told, clock, readings, progress)) {
            Instant begin = clock.instant();
            Callers callers = new Callers(fleet, size, Dice.of(1), begin);
            Usage usage = new Usage(fleet.sandbox().counters(), begin);
            Duration first = new Course(fleet, clock, readings, callers, usage, progress).run();
            progress.accept(NAME + ": " + callers.came() + " came; asked and refused each minute: "
                    + usage.minutes().stream()
                            .map(minute -> minute.asked() + "/" + minute.refused())
                            .toList());
            double minutes = first.toMillis() / MILLIS_A_MINUTE;
            Sorted waits = callers.millis(clock.instant());
            Sorted between = readings.minutesBetween();
            return List.of(
                    limited(subject + ", who waits, p99", waits.p99(), "ms", MOST_MILLIS),
                    new Comparison(
                            NAME,
                            subject + ", who waits, longest",
                            waits.most(),
                            "ms",
                            "limit",
                            MOST_MILLIS,
                            OptionalDouble.empty()),
                    limited(subject + ", asked for one answer", usage.all().askedForOne(), "requests", MOST_ASKED),
                    limited(subject + ", in the worst minute", usage.worst(), "requests", MOST_ASKED_IN_A_MINUTE),
                    new Comparison(
                            NAME,
                            subject + ", until all are read",
                            minutes,
                            "minutes",
                            "every request allowed",
                            (double) usage.askedWithin(first) / size.quota(),
                            OptionalDouble.empty()),
                    polled(subject + ", longest unread, p99", between.p99()),
                    polled(subject + ", longest unread, all", between.most()));
        }
    }

    private static Comparison polled(String subject, double minutes) {
        return new Comparison(NAME, subject, minutes, "minutes", "poll interval", POLL_MINUTES, OptionalDouble.empty());
    }

    private static Comparison limited(String subject, double ours, String unit, double most) {
        return new Comparison(NAME, subject, ours, unit, "limit", most, OptionalDouble.of(1));
    }
}
