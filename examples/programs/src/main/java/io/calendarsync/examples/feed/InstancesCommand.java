package io.calendarsync.examples.feed;

import io.calendarsync.examples.Exit;
import io.calendarsync.examples.report.Progress;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.report.Summary;
import io.calendarsync.examples.report.Times;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Occurrences;
import io.calendarsync.recurrence.Series;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints when the events of a feed take place; keeps nothing. */
@Command(
        name = "instances",
        description = "Prints when the events of a feed take place, series expanded; keeps nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 fine, 1 the output was closed, 2 bad usage, 3 the feed is unreadable or refused."})
final class InstancesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "an address, a file, or env:NAME for an address in the environment")
    private String source = "";

    @Mixin
    private Period period = new Period();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--allow-private-hosts",
            description = "fetch from the host of SOURCE even if it is private or loopback")
    private boolean allowPrivateHosts;

    /** Reads the feed, expands it and prints it. */
    @Override
    public Integer call() {
        long began = InstantSource.system().millis();
        Interval within = period.within();
        ZoneId zone = period.zone;
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        Source feed = Source.of(source, System.getenv());
        Set<String> named = allowPrivateHosts ? feed.host().map(Set::of).orElse(Set.of()) : Set.of();
        Meter meter = new Meter(Feeds.provider(new NamedHosts(named)), progress);
        List<Event> events = new WholeFeed(meter, zone).read(feed);
        progress.clear();

        Summary summary = new Summary("events", "instances");
        Report report = Report.of(json, out);
        List<Occurrence> found = new ArrayList<>();
        for (List<Event> series : series(events)) {
            Event master = series.get(0);
            Series expanded = Series.of(master, series.subList(1, series.size()));
            Occurrences occurrences = expanded.between(within, zone);
            found.addAll(occurrences.items());
            summary.event("", master, losses(expanded, occurrences));
            series.subList(1, series.size()).forEach(override -> summary.event("", override, List.of()));
        }
        found.sort(Comparator.<Occurrence, Instant>comparing(one -> one.span().start())
                .thenComparing(one -> one.event().uid()));
        found.forEach(one -> report.instance(Times.instance(one, zone)));
        summary.count("events", events.size());
        summary.count("instances", found.size());
        summary.cost(meter.bytes(), InstantSource.system().millis() - began);
        report.summary(summary);
        return Exit.FINE;
    }

    /** Puts each master before its overrides; an override without a master stands alone. */
    private static List<List<Event>> series(List<Event> events) {
        Map<String, List<Event>> byId = new LinkedHashMap<>();
        events.stream()
                .filter(event -> !(event.shape() instanceof EventShape.Override))
                .forEach(event -> byId.computeIfAbsent(event.ref().eventId(), id -> new ArrayList<>())
                        .add(event));
        List<List<Event>> alone = new ArrayList<>();
        for (Event event : events) {
            if (event.shape() instanceof EventShape.Override override) {
                List<Event> series = byId.get(override.seriesId());
                if (series == null) {
                    alone.add(List.of(event));
                } else {
                    series.add(event);
                }
            }
        }
        List<List<Event>> all = new ArrayList<>(byId.values());
        all.addAll(alone);
        return all;
    }

    private static List<Degradation> losses(Series expanded, Occurrences occurrences) {
        List<Degradation> losses = new ArrayList<>(expanded.degradations());
        if (occurrences.cut()) {
            losses.add(new Degradation(Degradation.Reason.COSTLY_RULE, "later instances are missing"));
        }
        return losses;
    }
}
