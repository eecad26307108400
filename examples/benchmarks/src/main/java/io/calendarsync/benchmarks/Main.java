package io.calendarsync.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The program behind {@code examples/run bench}. */
public final class Main {

    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private Main() {}

    /**
     * Runs a benchmark and ends the process with its exit code.
     *
     * @param args its name and options
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8));
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Returns the exit code: 0 once everything was measured, whatever the figures. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new BenchCommand());
        line.getCommandSpec().usageMessage().footer(Benchmarks.list());
        int exit = line.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((fault, words) -> {
                    say(err, fault.getMessage() + " (examples/run bench --help)");
                    return USAGE;
                })
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    say(
                            err,
                            fault instanceof BenchmarkFailure
                                    ? String.valueOf(fault.getMessage())
                                    : "failed: " + fault);
                    return BROKEN;
                })
                .execute(args);
        if (out.checkError() && exit != BROKEN) {
            say(err, "the output is closed or full");
            return BROKEN;
        }
        return exit;
    }

    private static void say(PrintWriter err, String sentence) {
        err.print("examples/run bench: " + sentence + "\n");
        err.flush();
    }
}
