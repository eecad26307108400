package io.calendarsync.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.feed.FeedCommand;
import io.calendarsync.examples.google.GoogleCommand;
import io.calendarsync.examples.kill.KillTestCommand;
import io.calendarsync.examples.quickstart.QuickstartCommand;
import io.calendarsync.examples.sandbox.SandboxCommand;
import io.calendarsync.examples.simulate.SimulateCommand;
import io.calendarsync.examples.verify.VerifyLiveCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line: {@code examples/run COMMAND ARGS...}. */
@Command(
        name = "examples/run",
        description = "Programs that show and exercise CalendarSync.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "examples/run bench NAME measures the library beside others; see examples/run bench --help."},
        subcommands = {
            QuickstartCommand.class,
            FeedCommand.class,
            GoogleCommand.class,
            SandboxCommand.class,
            SimulateCommand.class,
            KillTestCommand.class,
            VerifyLiveCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new WholeWrites(new FileOutputStream(FileDescriptor.out)), UTF_8));
        PrintWriter err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8));
        System.exit(run(out, err, args));
    }

    /** Returns the exit code of a command: whatever it did, it is not fine if its output went nowhere. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        int exit = commandLine().setOut(out).setErr(err).execute(args);
        if (out.checkError() && exit != Exit.BROKEN) {
            err.println("examples/run: the output is closed or full");
            exit = Exit.BROKEN;
        }
        err.flush();
        return exit;
    }

    /** Returns the command line, ready to be run. What goes wrong is one line on its error output. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, args) -> {
                    String name = fault.getCommandLine().getCommandSpec().qualifiedName();
                    say(fault.getCommandLine(), name + ": " + plain(fault) + " (" + name + " --help)");
                    return Exit.USAGE;
                })
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    say(line, line.getCommandSpec().qualifiedName() + ": " + Refusal.sentence(fault));
                    return Refusal.exit(fault);
                });
    }

    /** Without a command there is nothing to do: says so, and exits with the code for bad usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** The message without the Java type and fault that picocli appends to what it cannot convert. */
    private static String plain(ParameterException fault) {
        return String.valueOf(fault.getMessage())
                .replaceFirst("(?s) to (?:class )?[\\w.]+ \\(java\\..*\\)$", ": see the form in --help");
    }

    private static void say(CommandLine line, String sentence) {
        line.getErr().println(Printable.line(sentence));
        line.getErr().flush();
    }

    /** Reads the version from the jar, so that it is written in one place. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"CalendarSync " + (version == null ? "(not packaged)" : version)};
        }
    }
}
