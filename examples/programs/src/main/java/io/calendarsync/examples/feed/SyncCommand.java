package io.calendarsync.examples.feed;

import io.calendarsync.CalendarState;
import io.calendarsync.Plan;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Refusal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches feeds, compares them with what is kept, and prints what changed. */
@Command(
        name = "sync",
        description = {
            "Fetches feeds, compares them with what is kept in DIR, and prints what changed.",
            "What was printed is acknowledged in DIR; a run that is killed is completed by the next."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 2 bad usage, 3 a source or the state is unreadable or refused,",
            "4 deletions are held back (feed confirm, feed discard)."
        })
final class SyncCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = {
                "an address, a file, env:NAME for an address in the environment, or @FILE for a file with arguments;",
                "without any, all feeds kept in DIR"
            })
    private List<String> sources = List.of();

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(
            names = "--allow-private-hosts",
            description =
                    "fetch from the hosts of the SOURCEs even if they are private or loopback; remembered for what"
                            + " is kept in DIR")
    private boolean allowPrivateHosts;

    @Option(names = "--zone", paramLabel = "Z", description = "the zone of times without one; UTC if not given")
    private ZoneId zone = ZoneOffset.UTC;

    /** Syncs one source after the other; one that fails does not keep the others from being read. */
    @Override
    public Integer call() {
        List<Source> wanted = sources.stream()
                .map(source -> Source.of(source, System.getenv()))
                .distinct()
                .toList();
        try (Session session = wanted.isEmpty()
                ? Session.open(options, spec)
                : Session.open(options, spec, wanted, allowPrivateHosts)) {
            for (Source source : wanted) {
                session.guarded(() -> sync(session, source));
            }
            if (wanted.isEmpty()) {
                for (StateDirectory.Drawer drawer : session.state().drawers()) {
                    session.guarded(() -> {
                        try (KeptFeed feed = session.open(drawer)) {
                            if (feed.calendar().isPresent()) {
                                read(session, feed);
                            }
                        }
                    });
                }
            }
            session.summarize();
            return session.exit();
        }
    }

    private void sync(Session session, Source source) {
        StateDirectory.Drawer drawer = session.state().drawer(source);
        boolean forget;
        try (KeptFeed feed = session.open(drawer, source, zone)) {
            read(session, feed);
            // A feed that was never read is not kept: most likely its address is wrong.
            forget = feed.calendar()
                    .filter(calendar -> calendar.asOf().isEmpty() && calendar.events() == 0)
                    .isPresent();
        }
        if (forget) {
            session.state().drop(drawer);
        } else if (allowPrivateHosts) {
            source.host().ifPresent(session.state().hosts()::add);
        }
    }

    private static void read(Session session, KeptFeed feed) {
        SyncReport report = feed.read();
        session.progress().clear();
        feed.deliver();
        session.count(feed);
        if (report.outcome() == SyncReport.Outcome.FAILED) {
            session.failed(feed.name() + ": " + Refusal.withoutIds(report.trouble()));
            return;
        }
        // As it stands once all is delivered: what enough readings agree on is carried out meanwhile.
        SyncedCalendar calendar = feed.calendar().orElseThrow();
        if (calendar.state() == CalendarState.REVIEW) {
            Plan plan = feed.preview();
            session.review(
                    feed.name() + ": " + plan.deletions() + " of "
                            + calendar.events()
                            + " events are missing, nothing was deleted: look with feed health, then feed confirm or feed discard");
        }
    }
}
