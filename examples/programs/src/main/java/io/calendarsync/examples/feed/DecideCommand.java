package io.calendarsync.examples.feed;

import io.calendarsync.CalendarState;
import io.calendarsync.Plan;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides on deletions that are held back. */
abstract sealed class DecideCommand implements Callable<Integer> {

    private static final String EXIT_CODES =
            "Exit codes: 0 fine, 1 the output was closed, 2 bad usage (nothing was done),"
                    + " 3 a feed or the state is unreadable (nothing was decided for it).";

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "which feeds, as given to feed sync or as named by feed health; all that wait, if none is given")
    private List<String> sources = List.of();

    @Mixin
    private StateOptions options = new StateOptions();

    /** Deletes what is missing. */
    @Command(
            name = "confirm",
            description = {
                "Reads the feeds once more, deletes the events that are still missing, and prints them;",
                "feed health lists them before."
            },
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES})
    static final class Confirm extends DecideCommand {
        /** Looks again first: what is back by now is not deleted, and of a feed that cannot be read nothing is. */
        @Override
        boolean isReady(KeptFeed feed) {
            SyncReport report = feed.read();
            if (report.outcome() != SyncReport.Outcome.DONE) {
                throw Refusal.unreadable(
                        feed.name() + ": nothing was deleted: " + Refusal.withoutIds(report.trouble()));
            }
            return report.state() == CalendarState.REVIEW;
        }

        @Override
        void decide(KeptFeed feed, Plan plan) {
            feed.confirm(plan);
        }
    }

    /** Keeps what is missing. */
    @Command(
            name = "discard",
            description = "Keeps the events whose deletion is held back, until others are missing.",
            mixinStandardHelpOptions = true,
            footer = {"", EXIT_CODES})
    static final class Discard extends DecideCommand {
        @Override
        boolean isReady(KeptFeed feed) {
            return true;
        }

        @Override
        void decide(KeptFeed feed, Plan plan) {
            feed.discard(plan);
        }
    }

    /** Prepares a feed that waits; tells whether there is still something to decide. */
    abstract boolean isReady(KeptFeed feed);

    abstract void decide(KeptFeed feed, Plan plan);

    /** Decides for the feeds that wait for it; finds all that are named before it does anything. */
    @Override
    public Integer call() {
        try (Session session = Session.open(options, spec)) {
            for (StateDirectory.Drawer drawer : NamedFeeds.find(session, sources)) {
                session.guarded(() -> {
                    try (KeptFeed feed = session.open(drawer)) {
                        decide(session, feed);
                    }
                });
            }
            session.summarize();
            return session.failures() == 0 ? Exit.FINE : Exit.REFUSED;
        }
    }

    private void decide(Session session, KeptFeed feed) {
        boolean waits = feed.calendar()
                .map(SyncedCalendar::state)
                .filter(CalendarState.REVIEW::equals)
                .isPresent();
        if (!waits) {
            return;
        }
        if (isReady(feed)) {
            Plan plan = feed.preview();
            if (plan.isHeldBack()) {
                decide(feed, plan);
            }
        }
        session.progress().clear();
        feed.deliver();
        session.count(feed);
    }
}
