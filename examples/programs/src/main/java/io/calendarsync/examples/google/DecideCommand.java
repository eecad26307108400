package io.calendarsync.examples.google;

import io.calendarsync.Agenda;
import io.calendarsync.CalendarState;
import io.calendarsync.Plan;
import io.calendarsync.SyncReport;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import java.util.ArrayList;
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

    @Mixin
    private StateOptions options = new StateOptions();

    @Parameters(
            paramLabel = "ID",
            description = "which calendars, as google calendars prints them; all that wait, if none is given")
    private List<String> calendars = new ArrayList<>();

    /** Deletes what is missing. */
    @Command(
            name = "confirm",
            description = "Reads the calendars once more, deletes the events that are still missing, and prints them.",
            mixinStandardHelpOptions = true)
    static final class Confirm extends DecideCommand {
        /** Looks again first: what is back by now is not deleted, and of what cannot be read nothing is. */
        @Override
        void decide(Accounts accounts, Reading reading, SyncedCalendar calendar) {
            SyncReport report = reading.read(calendar);
            if (report.outcome() != SyncReport.Outcome.DONE) {
                throw Refusal.unreadable(
                        accounts.name(calendar) + ": nothing was deleted: " + Refusal.withoutIds(report.trouble()));
            }
            if (report.state() == CalendarState.REVIEW) {
                Agenda agenda = accounts.sync().agenda();
                Plan plan = agenda.preview(calendar.id());
                if (plan.isHeldBack()) {
                    agenda.confirm(plan);
                }
            }
        }
    }

    /** Keeps what is missing. */
    @Command(
            name = "discard",
            description = "Keeps the events whose deletion is held back, until others are missing.",
            mixinStandardHelpOptions = true)
    static final class Discard extends DecideCommand {
        @Override
        void decide(Accounts accounts, Reading reading, SyncedCalendar calendar) {
            Agenda agenda = accounts.sync().agenda();
            agenda.discard(agenda.preview(calendar.id()));
        }
    }

    abstract void decide(Accounts accounts, Reading reading, SyncedCalendar calendar);

    /** Decides for the calendars that wait for it. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = KeptAccounts.open(folder, options, telling)) {
            Reading reading = new Reading(accounts, telling);
            accounts.calendars().stream()
                    .filter(calendar -> calendars.isEmpty()
                            || calendars.contains(calendar.id().value()))
                    .filter(calendar -> calendar.state() == CalendarState.REVIEW)
                    .forEach(calendar -> accounts.guarded(() -> decide(accounts, reading, calendar)));
            accounts.deliver();
            reading.standing();
            return telling.end();
        }
    }
}
