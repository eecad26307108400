package io.calendarsync.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A benchmark whose contestants are the methods of one JMH class. The figures are average times, the median over all
 * rounds.
 *
 * @param name what it is called on the command line
 * @param summary what it measures, in half a sentence
 * @param contestants the JMH class; a parameter named {@link #SIZE} is small unless the effort is full
 * @param unit of the figures
 * @param longer how many stretches of the effort one takes here: more where one call takes long
 * @param pairings which methods are compared
 */
public record JmhBenchmark(
        String name, String summary, Class<?> contestants, TimeUnit unit, int longer, List<Pairing> pairings)
        implements Benchmark {

    /** The parameter of a JMH class that says how much data there is; its value is the full size. */
    public static final String SIZE = "size";

    private static final String SMALL = "200";

    @Override
    public List<Comparison> run(Effort effort, Consumer<String> progress) {
        Samples samples = new Samples();
        for (int round = 1; round <= effort.rounds(); round++) {
            int number = round;
            Progress output = new Progress(
                    step -> progress.accept(name + ": round " + number + " of " + effort.rounds() + ", " + step));
            try {
                samples.add(new Runner(options(effort).build(), output).run());
            } catch (RunnerException fault) {
                throw new BenchmarkFailure(
                        "JMH could not run " + name + ": " + fault.getMessage() + " " + output.complaint(), fault);
            }
        }
        return samples.parameters().stream()
                .flatMap(parameters -> pairings.stream().map(pairing -> compare(parameters, pairing, samples)))
                .toList();
    }

    private ChainedOptionsBuilder options(Effort effort) {
        TimeValue stretch = TimeValue.milliseconds(effort.stretch().toMillis() * (effort.full() ? longer : 1));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(contestants.getName()) + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(unit)
                .forks(effort.forked() ? 1 : 0)
                .warmupIterations(effort.warmups())
                .warmupTime(stretch)
                .measurementIterations(effort.measurements())
                .measurementTime(stretch)
                .shouldFailOnError(true)
                // Said here, or a fork would inherit the flags this program was started with. It waits for the
                // compiler,
                // so that on a busy machine all are warm after the same work.
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-Xbatch");
        return effort.full() ? options : options.param(SIZE, SMALL);
    }

    private Comparison compare(String parameters, Pairing pairing, Samples samples) {
        String subject = (pairing.subject() + " " + parameters).strip();
        return new Comparison(
                name,
                subject,
                samples.median(parameters, pairing.ours()),
                symbol(),
                pairing.peer(),
                samples.median(parameters, pairing.theirs()),
                pairing.goal());
    }

    private String symbol() {
        return switch (unit) {
            case NANOSECONDS -> "ns";
            case MICROSECONDS -> "us";
            case MILLISECONDS -> "ms";
            default -> unit.toString();
        };
    }
}
