package io.calendarsync.examples.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One {@code feed sync} in a process of its own, traced, its output in files. */
final class Victim implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofNanos(200_000);

    private final Process process;
    private final Path trace;
    private final Path output;
    private final long began = System.nanoTime();

    private Victim(Process process, Path trace, Path output) {
        this.process = process;
        this.trace = trace;
        this.output = output;
    }

    static Victim start(Path folder, String name, Path state, URI feed) throws IOException {
        Path trace = folder.resolve(name + ".trace");
        Path output = folder.resolve(name + ".out");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "feed",
                "sync",
                feed.toString(),
                "--state",
                state.toString(),
                "--json",
                "--allow-private-hosts");
        builder.environment().put("CALENDARSYNC_TRACE", trace.toString());
        builder.environment().remove("CALENDARSYNC_KEY");
        File errors = folder.resolve(name + ".err").toFile();
        return new Victim(
                builder.redirectOutput(output.toFile()).redirectError(errors).start(), trace, output);
    }

    /** Waits for a moment; returns whether the process still ran then. */
    boolean aliveAfter(Duration delay) {
        long end = began + delay.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return process.isAlive();
    }

    /** Waits until that many commits were begun; returns whether the process still ran then. */
    boolean aliveAtCommit(int number) throws IOException {
        byte[] awaited = ("begin " + number + " ").getBytes(UTF_8);
        TraceTail tail = new TraceTail(trace, awaited);
        while (process.isAlive() && !tail.isThere()) {
            requireTime();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return process.isAlive();
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() throws IOException {
        process.destroyForcibly();
        await();
    }

    /** Waits for the end and returns the exit code. */
    int await() throws IOException {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("a run did not end within " + LONGEST);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a run", e);
        }
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - began > LONGEST.toNanos()) {
            throw new IOException("a run did not end within " + LONGEST);
        }
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    TraceFile trace() throws IOException {
        return TraceFile.read(trace);
    }

    /** Returns the whole lines it printed. */
    List<String> printed() {
        try {
            String text = Files.readString(output, UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
