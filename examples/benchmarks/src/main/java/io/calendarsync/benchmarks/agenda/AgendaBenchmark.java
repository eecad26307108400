package io.calendarsync.benchmarks.agenda;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.calendarsync.benchmarks.Benchmark;
import io.calendarsync.benchmarks.BenchmarkFailure;
import io.calendarsync.benchmarks.JmhBenchmark;
import io.calendarsync.benchmarks.Pairing;
import io.calendarsync.engine.agenda.BusyTimes;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How long questions to an agenda of 100,000 stretches of time take, once it is loaded: whether time is free, a thousand
 * times; all pairs that clash; and what is busy, from stretches in no order.
 */
@State(Scope.Benchmark)
public class AgendaBenchmark {

    private static final int QUESTIONS = 1_000;
    private static final String FREE = "1,000 x is it free";
    private static final String PAIRS = "all overlapping pairs";
    private static final String MERGE = "busy merge";

    /** How many stretches there are. */
    @Param("100000")
    public int size;

    private Stretches stretches;
    private long[] questions;
    private BusyTimes ours;
    private PackedArrays packed;
    private RangeSet<Long> guava;

    /** Returns the benchmark for the command line. */
    public static Benchmark describe() {
        return new JmhBenchmark(
                "agenda",
                "free time, clashes and busy time among 100,000 events",
                AgendaBenchmark.class,
                TimeUnit.MICROSECONDS,
                1,
                List.of(
                        Pairing.of(FREE, "oursFree", "packed arrays", "packedFree", 3),
                        Pairing.of(FREE, "oursFree", "Guava TreeRangeSet", "guavaFree"),
                        Pairing.of(FREE, "oursFree", "linear scan", "scanFree"),
                        Pairing.of(PAIRS, "oursPairs", "packed arrays", "packedPairs", 3),
                        Pairing.of(MERGE, "oursMerge", "packed arrays", "packedMerge", 3),
                        Pairing.of(MERGE, "oursMerge", "Guava TreeRangeSet", "guavaMerge")));
    }

    /** Loads the agenda into each, and sees to it that they answer the same. */
    @Setup
    public void load() {
        stretches = Stretches.generate(size);
        ours = BusyTimes.of(stretches.starts(), stretches.ends());
        packed = PackedArrays.of(stretches.starts(), stretches.ends());
        guava = guavaMerge();
        questions = questions();
        same("free", oursFree(), packedFree(), guavaFree(), scanFree());
        same("pairs", oursPairs(), packedPairs());
        same("busy", oursMerge().size(), packedMerge(), guavaMerge().asRanges().size());
    }

    /** Half an hour each, at a minute of the two years. */
    private long[] questions() {
        SplittableRandom random = new SplittableRandom(24);
        long first = Arrays.stream(stretches.starts()).min().orElseThrow();
        return random.longs(QUESTIONS, 0, 730L * 24 * 60)
                .map(minute -> first + 60 * minute)
                .toArray();
    }

    private static void same(String what, long... answers) {
        if (Arrays.stream(answers).distinct().count() > 1) {
            throw new BenchmarkFailure(
                    "the contestants disagree about what is " + what + ": " + Arrays.toString(answers));
        }
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int oursFree() {
        int free = 0;
        for (long question : questions) {
            free += ours.isFree(question, question + 1_800) ? 1 : 0;
        }
        return free;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int packedFree() {
        int free = 0;
        for (long question : questions) {
            free += packed.isFree(question, question + 1_800) ? 1 : 0;
        }
        return free;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int guavaFree() {
        int free = 0;
        for (long question : questions) {
            free += guava.intersects(Range.closedOpen(question, question + 1_800)) ? 0 : 1;
        }
        return free;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int scanFree() {
        int free = 0;
        for (long question : questions) {
            free += scan(question, question + 1_800) ? 1 : 0;
        }
        return free;
    }

    private boolean scan(long from, long to) {
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.starts()[i] < to && stretches.ends()[i] > from) {
                return false;
            }
        }
        return true;
    }

    @org.openjdk.jmh.annotations.Benchmark
    public long oursPairs() {
        return ours.pairs((one, other) -> 1);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public long packedPairs() {
        return packed.pairs();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public BusyTimes oursMerge() {
        return BusyTimes.of(stretches.starts(), stretches.ends()).merged();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public int packedMerge() {
        return PackedArrays.merge(stretches.starts(), stretches.ends());
    }

    @org.openjdk.jmh.annotations.Benchmark
    public RangeSet<Long> guavaMerge() {
        RangeSet<Long> busy = TreeRangeSet.create();
        for (int i = 0; i < stretches.size(); i++) {
            busy.add(Range.closedOpen(stretches.starts()[i], stretches.ends()[i]));
        }
        return busy;
    }
}
