package io.calendarsync.examples.feed;

import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.ics.IcsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what is kept as an iCalendar file; fetches nothing. */
@Command(
        name = "export",
        description = {
            "Writes what DIR keeps as one iCalendar file; fetches nothing. The same state makes the same bytes.",
            "A meeting that several feeds have, by its UID and its time, is written once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 1 the output was closed or full, 2 bad usage (nothing was done),",
            "3 the state is unreadable. FILE is written as a whole, or stays as it was."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "which feeds, as given to feed sync or as named by feed health; all, if none is given")
    private List<String> sources = List.of();

    @Option(names = "--state", paramLabel = "DIR", required = true, description = "the folder feeds are kept in")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to this file rather than to the output; readable by the user alone")
    private @Nullable Path output;

    /** Opens the feeds together, since one file holds them all. */
    @Override
    public Integer call() {
        Optional<WholeFile> file = Optional.ofNullable(output).map(WholeFile::at);
        StateOptions options = new StateOptions();
        options.folder = folder;
        List<KeptFeed> feeds = new ArrayList<>();
        try (Session session = Session.open(options, spec)) {
            try {
                NamedFeeds.find(session, sources).forEach(drawer -> feeds.add(session.open(drawer)));
                export(feeds, file);
            } finally {
                feeds.forEach(KeptFeed::close);
            }
        }
        return Exit.FINE;
    }

    private void export(List<KeptFeed> feeds, Optional<WholeFile> file) {
        List<SyncedCalendar> calendars =
                feeds.stream().flatMap(feed -> feed.calendar().stream()).toList();
        OnceOnly events = new OnceOnly(feeds.stream().map(KeptFeed::events).toList());
        IcsWriter writer = writer(calendars);
        try {
            IcsWriter.Written written = file.isPresent()
                    ? file.get().write(out -> writer.write(events, out))
                    : writer.write(events, new PrintedBytes(spec.commandLine().getOut()));
            tell(written.leftOut(), "of which it is not known when they take place: left out");
            tell(events.passedOver(), "that several of the feeds have: written once");
        } catch (IOException e) {
            throw Refusal.unwritable("the output is closed or full, or must not be written");
        }
    }

    /** Stamped with when it was last read, so that nothing depends on when it is written. */
    private static IcsWriter writer(List<SyncedCalendar> calendars) {
        Instant asOf = calendars.stream()
                .flatMap(calendar -> calendar.asOf().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        IcsWriter writer = IcsWriter.of(asOf);
        return calendars.size() == 1 ? writer.named(calendars.get(0).name()) : writer;
    }

    private void tell(long events, String what) {
        if (events > 0) {
            String sentence = spec.qualifiedName() + ": " + events + " events " + what;
            spec.commandLine().getErr().println(Printable.line(sentence));
            spec.commandLine().getErr().flush();
        }
    }
}
