package io.calendarsync.benchmarks.expand;

import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.JmhBenchmark;
import io.calendarsync.benchmarks.Pairing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How long it takes to find the instances of a series in one year, fifteen years after it began. The rule is read
 * beforehand, by everyone. We return occurrences with their time zone, name and span, peers what they have: instants.
 */
@State(Scope.Benchmark)
public class ExpandBenchmark {

    /** The rule. */
    @Param({
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=DAILY;COUNT=10000"
    })
    public String rule;

    private OurSeries ours;
    private Ical4jRecur ical4jRecur;
    private Ical4jEvent ical4jEvent;
    private BiweeklyRule biweekly;
    private LibRecurRule libRecur;

    /** Returns the benchmark for the command line. */
    public static Benchmark describe() {
        return new JmhBenchmark(
                "expand",
                "instances of everyday rules in one year, 15 years after the start",
                ExpandBenchmark.class,
                TimeUnit.MICROSECONDS,
                1,
                List.of(
                        Pairing.of("", "ours", "lib-recur", "libRecur", 1.0),
                        Pairing.of("", "ours", "ical4j Recur", "ical4jRecur", 1.0),
                        Pairing.of("", "ours", "ical4j VEvent", "ical4jEvent", 1.0),
                        Pairing.of("", "ours", "biweekly", "biweekly", 1.0)));
    }

    /** Prepares the contestants, and sees to it that they find the same. */
    @Setup
    public void prepare() {
        ours = new OurSeries(rule);
        ical4jRecur = new Ical4jRecur(rule);
        ical4jEvent = new Ical4jEvent(rule);
        biweekly = new BiweeklyRule(rule);
        libRecur = new LibRecurRule(rule);
        Map<String, List<Long>> found = new TreeMap<>(Map.of(
                "ours", ours.seconds(),
                "ical4j Recur", ical4jRecur.seconds(),
                "ical4j VEvent", ical4jEvent.seconds(),
                "biweekly", biweekly.seconds(),
                "lib-recur", libRecur.seconds()));
        if (found.values().stream().distinct().count() > 1) {
            throw new BenchmarkFailure("the contestants disagree about " + rule + ": " + found);
        }
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object ours() {
        return ours.expand();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object ical4jRecur() {
        return ical4jRecur.expand();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object ical4jEvent() {
        return ical4jEvent.expand();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object biweekly() {
        return biweekly.expand();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object libRecur() {
        return libRecur.expand();
    }
}
