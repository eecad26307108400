package io.calendarsync.examples.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.testkit.sim.Simulation;
import io.calendarsync.testkit.sim.SimulationReport;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs histories of the real engine on virtual time, full of crashes and worse. */
@Command(
        name = "simulate",
        description =
                "Runs histories of the engine on virtual time, full of crashes and worse, and checks every promise.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    /** Of fewer histories it says nothing how often a kind of fault happened. */
    private static final long TELLING = 1000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            required = true,
            description = "which histories, both ends included")
    private String seeds = "";

    /** Runs them; the exit code is 1 if a promise was broken or a kind of fault hardly happened. */
    @Override
    public Integer call() {
        Matcher range = RANGE.matcher(seeds);
        if (!range.matches() || Long.parseLong(range.group(2)) < Long.parseLong(range.group(1))) {
            throw Refusal.usage("--seeds takes a range such as 1..1000");
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2)) + 1;
        SimulationReport report =
                new Simulation().run(from, to, printing(spec.commandLine().getOut()));
        boolean tells = report.histories() < TELLING || report.tooRare().isEmpty();
        return report.failures().isEmpty() && tells ? Exit.FINE : Exit.BROKEN;
    }

    private static PrintStream printing(PrintWriter out) {
        OutputStream bytes = new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] text, int from, int length) {
                out.print(new String(text, from, length, UTF_8));
                out.flush();
            }
        };
        return new PrintStream(bytes, true, UTF_8);
    }
}
