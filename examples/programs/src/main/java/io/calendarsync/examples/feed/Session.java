package io.calendarsync.examples.feed;

import io.calendarsync.CalendarSyncException;
import io.calendarsync.Delivery;
import io.calendarsync.EventChange;
import io.calendarsync.Restarted;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Progress;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.report.Summary;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** One run of a command over a state folder: opens feeds, prints what they say, keeps count. Confined to one thread. */
final class Session implements AutoCloseable {

    private final String command;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Report report;
    private final Summary summary = new Summary(
            "sources", "created", "updated", "deleted", "leftWindow", "enteredWindow", "events", "failed", "review");
    private final Progress progress;
    private final StateDirectory state;
    private final Meter meter;
    private final Run run;
    private final long began;
    private long printed;

    private Session(StateOptions options, CommandSpec spec, StateDirectory state, Set<String> privateHosts) {
        Map<String, String> environment = System.getenv();
        this.command = spec.qualifiedName();
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.report = Report.of(options.json, out);
        this.progress = new Progress(err);
        this.state = state;
        this.meter = new Meter(Feeds.provider(new NamedHosts(privateHosts)), progress);
        this.run = new Run(meter, options.clock(), Trace.open(environment, () -> printed));
        this.began = InstantSource.system().millis();
    }

    /**
     * Begins a run.
     *
     * @param sources which feeds it is about
     * @param allowed whether their hosts may be private; those of feeds that are kept may be if they were allowed once
     */
    static Session open(StateOptions options, CommandSpec spec, List<Source> sources, boolean allowed) {
        StateDirectory state = StateDirectory.open(options.folder, System.getenv());
        Set<String> remembered = state.hosts().all();
        Set<String> kept =
                state.drawers().stream().map(StateDirectory.Drawer::digest).collect(Collectors.toSet());
        Set<String> hosts = new TreeSet<>();
        for (Source source : sources) {
            source.host()
                    .filter(host -> allowed || (kept.contains(source.digest()) && remembered.contains(host)))
                    .ifPresent(hosts::add);
        }
        return new Session(options, spec, state, hosts);
    }

    /** Begins a run over what is kept, which may fetch where it was fetched from before. */
    static Session open(StateOptions options, CommandSpec spec) {
        StateDirectory state = StateDirectory.openExisting(options.folder, System.getenv());
        return new Session(options, spec, state, state.hosts().all());
    }

    StateDirectory state() {
        return state;
    }

    Report report() {
        return report;
    }

    Progress progress() {
        return progress;
    }

    KeptFeed open(StateDirectory.Drawer drawer, Source source, ZoneId zone) {
        return KeptFeed.open(drawer, source, zone, run, this::print);
    }

    KeptFeed open(StateDirectory.Drawer drawer) {
        return KeptFeed.open(drawer, run, this::print);
    }

    /** Runs a step; what goes wrong with one feed is said, and the others go on. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (CalendarSyncException | Refusal e) {
            failed(Refusal.sentence(e));
        }
    }

    /** Counts a feed and what is kept of it. */
    void count(KeptFeed feed) {
        summary.count("sources", 1);
        feed.count(summary);
    }

    void failed(String sentence) {
        countFailed();
        say(sentence);
    }

    void review(String sentence) {
        countReview();
        say(sentence);
    }

    void countFailed() {
        summary.count("failed", 1);
    }

    void countReview() {
        summary.count("review", 1);
    }

    private void say(String sentence) {
        progress.clear();
        err.println(Printable.line(command + ": " + sentence));
        err.flush();
    }

    void summarize() {
        summary.cost(meter.bytes(), InstantSource.system().millis() - began);
        report.summary(summary);
    }

    long failures() {
        return summary.get("failed");
    }

    int exit() {
        if (summary.get("failed") > 0) {
            return Exit.REFUSED;
        }
        return summary.get("review") > 0 ? Exit.REVIEW : Exit.FINE;
    }

    /** Prints a change; once it has left the process, returning acknowledges it. */
    private void print(KeptFeed feed, Delivery delivery) {
        if (delivery.event() instanceof EventChange change) {
            report.change(feed.name(), change);
            if (out.checkError()) {
                // An error, not an exception: the library would take that for a handler to be tried again later.
                throw new IOError(new IOException("the output is closed"));
            }
            summary.count(change.kind());
            printed++;
        } else if (delivery.event() instanceof Restarted) {
            say(feed.name() + ": was not read for longer than changes are kept; all events follow as created");
        }
    }

    @Override
    public void close() {
        run.trace().ifPresent(Trace::close);
        state.close();
    }
}
