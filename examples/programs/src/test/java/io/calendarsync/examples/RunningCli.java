package io.calendarsync.examples;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A command that runs in a thread of its own while a test looks at its lines. */
public final class RunningCli implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private final Future<Integer> exit;

    private RunningCli(String... args) {
        Callable<Integer> command = () -> Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        exit = thread.submit(command);
    }

    public static RunningCli start(Object... args) {
        return new RunningCli(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    /** Waits for the next line it prints that is wanted; passes over those before. */
    public String out(Predicate<String> wanted) throws InterruptedException {
        return out.next(wanted);
    }

    /** Waits for the next line on stderr that is wanted; passes over those before. */
    public String err(Predicate<String> wanted) throws InterruptedException {
        return err.next(wanted);
    }

    /** Interrupts it, as Ctrl-C would. */
    public void interrupt() {
        thread.shutdownNow();
    }

    public int exit() throws Exception {
        return exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static final class Lines extends Writer {

        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuilder begun = new StringBuilder();

        @Override
        public void write(char[] text, int from, int length) {
            begun.append(text, from, length);
            for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
                lines.add(begun.substring(0, end));
                begun.delete(0, end + 1);
            }
        }

        String next(Predicate<String> wanted) throws InterruptedException {
            while (true) {
                String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("the line that was waited for did not come");
                }
                if (wanted.test(line)) {
                    return line;
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
