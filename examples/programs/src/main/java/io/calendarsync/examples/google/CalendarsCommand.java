package io.calendarsync.examples.google;

import io.calendarsync.SyncedCalendar;
import io.calendarsync.Use;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the calendars of the accounts as they are kept, and says what they are used for. */
@Command(
        name = "calendars",
        description = "Lists the calendars of the accounts, and what each is used for; asks Google nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 fine, 2 bad usage, 3 the state is unreadable."})
final class CalendarsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(
            names = "--use",
            paramLabel = "ID=USES",
            description = {
                "what a calendar is used for from now on: any of sync, busy, watch and write with commas, or none;",
                "ID as this command prints it"
            })
    private Map<String, String> uses = new LinkedHashMap<>();

    /** Changes the uses that are named, and lists. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = Accounts.look(folder, telling)) {
            uses.forEach((id, named) -> use(accounts, id, named));
            telling.print(to ->
                    accounts.calendars().forEach(calendar -> Lines.calendar(to, accounts.name(calendar), calendar)));
            return Exit.FINE;
        }
    }

    private static void use(Accounts accounts, String id, String named) {
        SyncedCalendar calendar = accounts.calendars().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("no calendar has this id: google calendars lists them"));
        Set<Use> wanted = EnumSet.noneOf(Use.class);
        Arrays.stream(named.split(","))
                .filter(word -> !word.isBlank() && !word.equals("none"))
                .forEach(word -> wanted.add(parse(word)));
        if (!wanted.isEmpty() && !wanted.contains(Use.SYNC)) {
            throw Refusal.usage("a calendar that is used for anything is used for sync, too");
        }
        accounts.sync().connections().use(calendar.id(), wanted);
    }

    private static Use parse(String word) {
        try {
            return Use.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("a calendar can be used for sync, busy, watch and write, not for " + word);
        }
    }
}
