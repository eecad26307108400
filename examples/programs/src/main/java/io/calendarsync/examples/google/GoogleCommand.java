package io.calendarsync.examples.google;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about Google accounts. */
@Command(
        name = "google",
        description = "Keeps Google calendars in step, and tells what changes in them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConnectCommand.class,
            CalendarsCommand.class,
            SyncCommand.class,
            DecideCommand.Confirm.class,
            DecideCommand.Discard.class,
            WatchCommand.class,
            PutCommand.class,
            RetractCommand.class,
            HealthCommand.class,
            DisconnectCommand.class
        })
public final class GoogleCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Says that there is nothing to do without a subcommand. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: connect, calendars, sync, confirm, discard, watch, put, retract, health or disconnect");
    }
}
