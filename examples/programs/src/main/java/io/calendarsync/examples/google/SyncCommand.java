package io.calendarsync.examples.google;

import io.calendarsync.examples.state.StateFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the calendars of all accounts, and prints what changed. */
@Command(
        name = "sync",
        description = {
            "Asks Google what changed in the calendars of all accounts of DIR, and prints it.",
            "What was printed is acknowledged in DIR; a run that is killed is completed by the next."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 1 the output was closed, 2 bad usage, 3 an account or calendar could not be read,",
            "4 deletions are held back (google confirm, google discard)."
        })
final class SyncCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    /** Syncs one calendar after the other; one that fails does not keep the others from being read. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = KeptAccounts.open(folder, options, telling)) {
            Reading reading = new Reading(accounts, telling);
            reading.all();
            reading.standing();
            return telling.end();
        }
    }
}
