package io.calendarsync.examples.feed;

import io.calendarsync.CalendarState;
import io.calendarsync.Plan;
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
            description = "Deletes the events whose deletion is held back, and prints them.",
            mixinStandardHelpOptions = true)
    static final class Confirm extends DecideCommand {
        @Override
        void decide(KeptFeed feed, Plan plan) {
            feed.confirm(plan);
        }
    }

    /** Keeps what is missing. */
    @Command(
            name = "discard",
            description = "Keeps the events whose deletion is held back, until others are missing.",
            mixinStandardHelpOptions = true)
    static final class Discard extends DecideCommand {
        @Override
        void decide(KeptFeed feed, Plan plan) {
            feed.discard(plan);
        }
    }

    abstract void decide(KeptFeed feed, Plan plan);

    /** Decides for the feeds that wait for it; says so where none does. */
    @Override
    public Integer call() {
        try (Session session = Session.open(options, spec)) {
            List<StateDirectory.Drawer> drawers = session.state().drawers();
            int named = 0;
            for (StateDirectory.Drawer drawer : drawers) {
                try (KeptFeed feed = session.open(drawer)) {
                    if (isNamed(feed, drawer)) {
                        named++;
                        session.guarded(() -> decide(session, feed));
                    }
                }
            }
            if (named < sources.stream().distinct().count()) {
                throw Refusal.usage("one of the feeds is not kept in this folder: feed health lists those that are");
            }
            session.summarize();
            return session.failures() == 0 ? Exit.FINE : Exit.REFUSED;
        }
    }

    private boolean isNamed(KeptFeed feed, StateDirectory.Drawer drawer) {
        return sources.isEmpty()
                || sources.contains(feed.name())
                || sources.stream()
                        .filter(source -> !source.equals(feed.name()))
                        .anyMatch(source ->
                                Source.of(source, System.getenv()).digest().equals(drawer.digest()));
    }

    private void decide(Session session, KeptFeed feed) {
        boolean waits = feed.calendar()
                .map(SyncedCalendar::state)
                .filter(CalendarState.REVIEW::equals)
                .isPresent();
        if (waits) {
            decide(feed, feed.preview());
            session.progress().clear();
            feed.deliver();
            session.count(feed);
        }
    }
}
