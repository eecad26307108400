package io.calendarsync.examples.kill;

import io.calendarsync.examples.Exit;
import io.calendarsync.examples.feed.StateReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Kills {@code feed sync} at random moments and checks what is left: the store equals the feed, everything was
 * delivered, nothing acknowledged was delivered again.
 */
@Command(
        name = "kill-test",
        description = {
            "Serves a feed slowly, syncs it in processes of their own, kills these (kill -9) at random moments,",
            "and checks that nothing is lost and nothing acknowledged is delivered again."
        },
        mixinStandardHelpOptions = true)
public final class KillTestCommand implements Callable<Integer> {

    private static final int MOST_RUNS_A_KILL = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "how many processes to kill; ${DEFAULT-VALUE}")
    private int rounds = 50;

    @Option(names = "--events", paramLabel = "N", description = "how many events the feed has; ${DEFAULT-VALUE}")
    private int events = 10_000;

    @Option(
            names = "--slowness",
            paramLabel = "MS",
            description = "how long the feed takes to arrive; ${DEFAULT-VALUE}")
    private int slowness = 1000;

    @Option(
            names = "--inside",
            paramLabel = "N",
            description = "how many kills must land inside a commit; ${DEFAULT-VALUE}")
    private int inside = 10;

    @Option(names = "--seed", paramLabel = "N", description = "what the moments are drawn from; ${DEFAULT-VALUE}")
    private long seed = 1;

    private final Ledger ledger = new Ledger();
    private int kills;
    private int insideCommits;
    private int runs;

    /** Kills, then checks; the exit code is 1 if something was lost or delivered again. */
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("calendarsync-kill-test");
        SplittableRandom dice = new SplittableRandom(seed);
        RollingFeed feed = new RollingFeed(events, 1);
        try (SlowServer server = SlowServer.start(Duration.ofMillis(slowness))) {
            server.serve(feed.bytes());
            Whole whole = wholeRun(folder, server);
            say(
                    "%d events, %d ms to serve them; an undisturbed first sync takes %d ms and %d commits",
                    events, slowness, whole.took().toMillis(), whole.commits());
            Path state = folder.resolve("state");
            while (kills < rounds) {
                if (runs > rounds * MOST_RUNS_A_KILL) {
                    throw new IOException("too many runs ended before they could be killed");
                }
                boolean ended = round(folder, state, server, whole, dice);
                if (ended) {
                    ledger.requireTold(feed.titles());
                    feed = feed.next();
                    server.serve(feed.bytes());
                }
            }
            finish(folder, state, server, feed);
        }
        return verdict(folder);
    }

    private Whole wholeRun(Path folder, SlowServer server) throws IOException {
        try (Victim run = Victim.start(folder, "undisturbed", folder.resolve("undisturbed-state"), server.address())) {
            int exit = run.await();
            if (exit != Exit.FINE) {
                throw new IOException("an undisturbed run ended with " + exit + ", see " + folder);
            }
            return new Whole(run.took(), run.trace().commits());
        }
    }

    /** Runs a sync and kills it at a random time, or at the begin of a random commit; returns whether it ended first. */
    private boolean round(Path folder, Path state, SlowServer server, Whole whole, SplittableRandom dice)
            throws IOException {
        String name = "run-" + ++runs;
        try (Victim run = Victim.start(folder, name, state, server.address())) {
            boolean byTime = kills % 2 == 0;
            boolean alive = byTime
                    ? run.aliveAfter(
                            Duration.ofMillis(dice.nextLong(whole.took().toMillis())))
                    : run.aliveAtCommit(1 + dice.nextInt(whole.commits()));
            if (alive) {
                run.kill();
            }
            boolean killed = run.await() != Exit.FINE;
            TraceFile trace = run.trace();
            List<String> printed = run.printed();
            ledger.enter(name, printed, trace.acknowledged());
            if (killed) {
                kills++;
                insideCommits += trace.isInsideCommit() ? 1 : 0;
                say(
                        "kill %3d after %5d ms: %s, %d printed, %d acknowledged",
                        kills, run.took().toMillis(), trace.place(), printed.size(), trace.acknowledged());
            }
            return !killed;
        }
    }

    private void finish(Path folder, Path state, SlowServer server, RollingFeed feed) throws IOException {
        try (Victim last = Victim.start(folder, "last", state, server.address())) {
            ledger.require(last.await() == Exit.FINE, "the last run did not end well");
            ledger.enter("last", last.printed(), last.trace().acknowledged());
        }
        ledger.requireTold(feed.titles());
        ledger.requireEqual(feed.titles(), StateReader.titles(state));
        try (Victim quiet = Victim.start(folder, "quiet", state, server.address())) {
            ledger.require(quiet.await() == Exit.FINE, "the run after the last did not end well");
            ledger.require(quiet.printed().size() == 1, "the run after the last printed more than a summary");
        }
    }

    private int verdict(Path folder) {
        ledger.require(insideCommits >= inside, "only " + insideCommits + " kills landed inside a commit");
        say(
                "%d kills in %d runs, %d inside a commit; %d changes delivered, %d more than once before they were acknowledged",
                kills, runs, insideCommits, ledger.distinct(), ledger.again());
        ledger.faults().stream().limit(20).forEach(fault -> say("FAULT: %s", fault));
        say(
                ledger.faults().isEmpty()
                        ? "the store equals the feed, nothing was lost, nothing acknowledged was delivered again"
                        : ledger.faults().size() + " faults; the runs are kept in " + folder);
        if (ledger.faults().isEmpty()) {
            Folders.delete(folder);
        }
        return ledger.faults().isEmpty() ? Exit.FINE : Exit.BROKEN;
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** What a run takes that nobody disturbs. */
    private record Whole(Duration took, int commits) {}
}
