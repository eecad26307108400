package io.calendarsync.benchmarks.feed;

import io.calendarsync.benchmarks.BenchmarkFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A task that is tried in JVMs of its own.
 *
 * @param task what is done
 * @param feed the feed
 * @param events how many it has
 */
record HeapTrial(HeapTask task, URI feed, int events) {

    /** One that mostly collects garbage would not be called running. */
    private static final long PATIENCE_SECONDS = 180;

    /** Returns whether the task gets to its end with a heap of this size. */
    boolean suffices(int megabytes) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HeapChild.class.getName(),
                task.name(),
                feed.toString(),
                Integer.toString(events));
        try {
            Process child = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && child.exitValue() == 0;
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

    @Override
    public String toString() {
        return task.subject();
    }
}
