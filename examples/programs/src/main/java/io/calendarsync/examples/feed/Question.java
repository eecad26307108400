package io.calendarsync.examples.feed;

import io.calendarsync.Answer;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.Gap;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Progress;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.report.Summary;
import io.calendarsync.examples.report.Times;
import io.calendarsync.model.Interval;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked about several feeds together, none of which is kept. Confined to one thread. */
final class Question {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "an address, a file, or env:NAME for an address in the environment")
    private List<String> sources = new ArrayList<>();

    @Mixin
    private Period period = new Period();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--allow-private-hosts",
            description = "fetch from the hosts of the SOURCEs even if they are private or loopback")
    private boolean allowPrivateHosts;

    /** Asks the agenda, and prints what it answers. */
    interface Asking {

        /** Returns the answer, printed but for what is not known. */
        Answer<?> ask(Diary diary, Interval within, Report report);
    }

    Period period() {
        return period;
    }

    /** Reads the feeds, asks, and sums up; returns the exit code. */
    int answer(CommandSpec spec, String counted, Asking asking) {
        long began = InstantSource.system().millis();
        Interval within = period.within();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err);
        List<Source> feeds = sources.stream()
                .map(source -> Source.of(source, System.getenv()))
                .toList();
        Meter meter = new Meter(Feeds.provider(new NamedHosts(named(feeds))), progress);
        Report report = Report.of(json, spec.commandLine().getOut());
        Summary summary = new Summary("sources", "events", counted, "failed");
        try (Diary diary = new Diary(meter)) {
            for (Source feed : feeds) {
                summary.count("sources", 1);
                try {
                    diary.read(feed, period.zone);
                } catch (CalendarSyncException | Refusal e) {
                    summary.count("failed", 1);
                    progress.clear();
                    err.println(Printable.line(spec.qualifiedName() + ": " + Refusal.sentence(e)));
                }
            }
            progress.clear();
            diary.count(summary);
            Answer<?> answer = asking.ask(diary, within, report);
            summary.count(counted, answer.items().size());
            answer.unknown().forEach(gap -> summary.unknown(unknown(diary, gap)));
        }
        summary.cost(meter.bytes(), InstantSource.system().millis() - began);
        report.summary(summary);
        return summary.get("failed") > 0 ? Exit.REFUSED : Exit.FINE;
    }

    private Set<String> named(List<Source> feeds) {
        Set<String> named = new TreeSet<>();
        if (allowPrivateHosts) {
            feeds.forEach(feed -> feed.host().ifPresent(named::add));
        }
        return named;
    }

    private Summary.Unknown unknown(Diary diary, Gap gap) {
        return new Summary.Unknown(
                diary.name(gap.calendar()),
                Times.at(gap.interval().start(), period.zone),
                Times.at(gap.interval().end(), period.zone),
                Names.of(gap.why()));
    }
}
