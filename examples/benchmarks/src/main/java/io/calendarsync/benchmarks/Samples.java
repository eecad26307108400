package io.calendarsync.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, by method and parameters, over any number of its runs. Confined to one thread. */
final class Samples {

    private final Map<String, Map<String, List<Double>>> scores = new LinkedHashMap<>();

    void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String method = result.getParams().getBenchmark();
            scores.computeIfAbsent(parameters(result), first -> new LinkedHashMap<>())
                    .computeIfAbsent(method.substring(method.lastIndexOf('.') + 1), first -> new ArrayList<>())
                    .addAll(scores(result));
        }
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .filter(key -> !key.equals(JmhBenchmark.SIZE))
                .map(key -> result.getParams().getParam(key))
                .collect(Collectors.joining(" "));
    }

    private static List<Double> scores(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }

    /** Returns the parameters that were measured, in that order. */
    Set<String> parameters() {
        return scores.keySet();
    }

    /** Returns the median of all iterations: one that was disturbed does not move it. */
    double median(String parameters, String method) {
        List<Double> sorted = scores.getOrDefault(parameters, Map.of()).getOrDefault(method, List.of()).stream()
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            throw new BenchmarkFailure(method + " was not measured: JMH says more where it is run with progress");
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
