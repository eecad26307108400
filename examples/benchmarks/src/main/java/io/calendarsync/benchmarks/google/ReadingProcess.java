package io.calendarsync.benchmarks.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own in which a contestant reads; the server stays in ours.
 *
 * @param contestant who reads
 * @param entrance what
 * @param warmups how often for nothing
 * @param measurements how often for the figures
 */
record ReadingProcess(Contestant contestant, Entrance entrance, int warmups, int measurements) {

    /** One that mostly collects garbage would not be called running. */
    private static final long PATIENCE_SECONDS = 300;

    /** Returns what each measured reading took; empty if the process did not get to its end. */
    Optional<List<Turn>> run(String... flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReadingChild.class.getName()));
        command.addAll(List.of(contestant.name(), Integer.toString(warmups), Integer.toString(measurements)));
        command.addAll(entrance.arguments());
        try {
            Process child = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                // A few lines fit the pipe: it need not be read before the end.
                boolean ended = child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && child.exitValue() == 0;
                return ended ? Optional.of(figures(child)) : Optional.empty();
            } finally {
                child.destroyForcibly();
            }
        } catch (IOException fault) {
            throw new BenchmarkFailure("no JVM can be started", fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", stopped);
        }
    }

    private static List<Turn> figures(Process child) throws IOException {
        return new String(child.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(Turn::parse)
                .toList();
    }
}
