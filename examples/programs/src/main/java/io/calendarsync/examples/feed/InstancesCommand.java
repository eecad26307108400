package io.calendarsync.examples.feed;

import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Occurrences;
import io.calendarsync.recurrence.Series;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--from",
            paramLabel = "D",
            required = true,
            description = "the first day, such as 2026-03-01, or a time with an offset")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "D",
            required = true,
            description = "the day after the last, or a time with an offset")
    private String to = "";

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "the zone of the days, of what is printed, and of times without one; UTC if not given")
    private ZoneId zone = ZoneOffset.UTC;

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
        Interval within = within();
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
        found.forEach(one -> report.instance(instance(one)));
        summary.count("events", events.size());
        summary.count("instances", found.size());
        summary.cost(meter.bytes(), InstantSource.system().millis() - began);
        report.summary(summary);
        return Exit.FINE;
    }

    private Interval within() {
        Interval within;
        try {
            within = new Interval(instant(from), instant(to));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--to is before --from");
        }
        if (within.start().equals(within.end())) {
            throw Refusal.usage("--to is --from: nothing is in between, since the day --to is not included");
        }
        return within;
    }

    private Instant instant(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.usage("not a day such as 2026-03-01, nor a time such as 2026-03-01T09:00:00Z: " + text);
        }
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

    private Report.Instance instance(Occurrence one) {
        String recurrenceId = one.recurrenceId().map(id -> Times.text(id, zone)).orElse("");
        boolean allDay = one.time() instanceof EventTime.AllDay;
        return new Report.Instance(
                one.event(),
                recurrenceId,
                allDay ? Times.start(one.time()) : Times.at(one.span().start(), zone),
                end(one),
                allDay);
    }

    /** A floating event ends by its wall clock, whatever clocks do in between. */
    private String end(Occurrence one) {
        if (one.time() instanceof EventTime.AllDay) {
            return Times.end(one.time());
        }
        return one.time() instanceof EventTime.Floating floating
                ? Times.at(floating.start().plus(floating.length()).atZone(zone).toInstant(), zone)
                : Times.at(one.span().end(), zone);
    }

    private static List<Degradation> losses(Series expanded, Occurrences occurrences) {
        List<Degradation> losses = new ArrayList<>(expanded.degradations());
        if (occurrences.cut()) {
            losses.add(new Degradation(Degradation.Reason.COSTLY_RULE, "later instances are missing"));
        }
        return losses;
    }
}
