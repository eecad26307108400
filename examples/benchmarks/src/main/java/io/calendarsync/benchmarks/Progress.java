package io.calendarsync.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * What JMH says while it runs, which is much: which contestant is measured is passed on, the rest is kept for the case
 * that it fails.
 */
final class Progress implements OutputFormat {

    private final Consumer<String> steps;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Progress(Consumer<String> steps) {
        this.steps = steps;
    }

    /** Returns the first thing that sounds like an error; empty if nothing does. */
    String complaint() {
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse("");
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        String method = benchmark.getBenchmark();
        StringBuilder step = new StringBuilder(method.substring(method.lastIndexOf('.') + 1));
        benchmark.getParamsKeys().forEach(key -> step.append(' ').append(benchmark.getParam(key)));
        steps.accept(step.toString());
    }

    @Override
    public void println(String text) {
        print(text + "\n");
    }

    @Override
    public void print(String text) {
        said.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int one) {
        said.write(one);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        said.write(bytes);
    }

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
