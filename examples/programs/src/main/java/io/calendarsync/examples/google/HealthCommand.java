package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.CalendarState;
import io.calendarsync.CalendarSync;
import io.calendarsync.Diagnosis;
import io.calendarsync.SyncedCalendar;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how the accounts of a folder stand, from what is kept. */
@Command(
        name = "health",
        description =
                "Prints how the accounts, calendars and watches of DIR stand, and what to do; asks Google nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all is well, 2 bad usage, 3 an account or calendar could not be read last time,",
            "4 deletions are held back."
        })
final class HealthCommand implements Callable<Integer> {

    private static final String REVIEW_ADVICE = "google confirm deletes the missing events, google discard keeps them";

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    /** Prints one account after the other. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = Accounts.look(folder, telling)) {
            for (CalendarConnection connection : accounts.connections()) {
                telling.print(to -> stand(accounts, connection, to));
            }
            new Reading(accounts, telling).standing();
            return telling.end();
        }
    }

    private static void stand(Accounts accounts, CalendarConnection connection, Report to) {
        CalendarSync sync = accounts.sync();
        Lines.connection(to, connection);
        List<SyncedCalendar> calendars = sync.connections().calendars(connection.id());
        calendars.stream().filter(Accounts::isSynced).forEach(calendar -> to.standing(standing(accounts, calendar)));
        sync.watches().of(connection.id()).forEach(watch -> Lines.watch(to, Watching.name(accounts, watch), watch));
    }

    private static Report.Standing standing(Accounts accounts, SyncedCalendar calendar) {
        Diagnosis diagnosis = accounts.sync().operations().diagnose(calendar.id());
        boolean waits = calendar.state() == CalendarState.REVIEW;
        return new Report.Standing(
                accounts.name(calendar),
                Names.of(calendar.state()),
                calendar.events(),
                calendar.asOf().map(Instant::toString).orElse(""),
                diagnosis.findings().stream().map(Refusal::withoutIds).toList(),
                waits ? REVIEW_ADVICE : diagnosis.advice(),
                waits ? missing(accounts, calendar) : List.of());
    }

    private static List<Event> missing(Accounts accounts, SyncedCalendar calendar) {
        return accounts.sync().agenda().preview(calendar.id()).deleted().stream()
                .flatMap(ref -> accounts.sync().agenda().event(ref).stream())
                .toList();
    }
}
