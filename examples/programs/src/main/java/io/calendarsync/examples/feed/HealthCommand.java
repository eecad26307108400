package io.calendarsync.examples.feed;

import io.calendarsync.CalendarState;
import io.calendarsync.Diagnosis;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Report;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how the feeds of a folder stand, from what is kept: nothing is fetched. */
@Command(
        name = "health",
        description = "Prints how the feeds kept in DIR stand, and what to do; fetches nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all is well, 3 a feed could not be read last time, 4 deletions are held back."})
final class HealthCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    /** Prints one feed after the other. */
    private static final String REVIEW_ADVICE = "feed confirm deletes the missing events, feed discard keeps them";

    @Override
    public Integer call() {
        try (Session session = Session.open(options, spec)) {
            for (StateDirectory.Drawer drawer : session.state().drawers()) {
                session.guarded(() -> stand(session, drawer));
            }
            session.summarize();
            return session.exit();
        }
    }

    private static void stand(Session session, StateDirectory.Drawer drawer) {
        try (KeptFeed feed = session.open(drawer)) {
            if (feed.calendar().isEmpty()) {
                return;
            }
            Diagnosis diagnosis = feed.diagnosis();
            SyncedCalendar calendar = diagnosis.calendar();
            session.report()
                    .standing(new Report.Standing(
                            feed.name(),
                            Names.of(calendar.state()),
                            calendar.events(),
                            calendar.asOf().map(Instant::toString).orElse(""),
                            diagnosis.findings().stream()
                                    .map(Refusal::withoutIds)
                                    .toList(),
                            calendar.state() == CalendarState.REVIEW ? REVIEW_ADVICE : diagnosis.advice(),
                            feed.missing()));
            session.count(feed);
            if (!calendar.trouble().isEmpty()) {
                session.countFailed();
            } else if (calendar.state() == CalendarState.REVIEW) {
                session.countReview();
            }
        }
    }
}
