package io.calendarsync.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one benchmark. */
@Command(
        name = "examples/run bench",
        description = "Measures CalendarSync beside its peers, in one run: times and ratios, where less is better.",
        mixinStandardHelpOptions = true,
        versionProvider = BenchCommand.Version.class,
        footerHeading = "%nBenchmarks:%n")
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Which one; see below.")
    private String name;

    @Option(names = "--json", description = "One JSON object a line, and nothing else.")
    private boolean json;

    @Option(names = "--quick", description = "Fewer rounds, for a look; figures to rely on take some minutes.")
    private boolean quick;

    @Override
    public Integer call() {
        Benchmark benchmark = Benchmarks.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "unknown benchmark '" + name + "'; there are " + Benchmarks.names()));
        List<Comparison> comparisons = benchmark.run(quick ? Effort.QUICK : Effort.FULL, progress());
        Report report = json ? new JsonReport() : new TableReport();
        report.print(comparisons, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Tells how far it is where somebody watches. */
    private Consumer<String> progress() {
        boolean watched = System.getenv("CALENDARSYNC_TERMINAL") != null;
        return step -> {
            if (watched) {
                spec.commandLine().getErr().print(step + "\n");
                spec.commandLine().getErr().flush();
            }
        };
    }

    /** Reads the version from the jar, so that it is written in one place. */
    static final class Version implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = BenchCommand.class.getPackage().getImplementationVersion();
            return new String[] {"CalendarSync benchmarks " + (version == null ? "(not packaged)" : version)};
        }
    }
}
