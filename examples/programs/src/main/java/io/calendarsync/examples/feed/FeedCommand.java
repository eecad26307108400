package io.calendarsync.examples.feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about feeds. */
@Command(
        name = "feed",
        description = "Keeps feeds in step, and tells what changed in them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SyncCommand.class,
            DecideCommand.Confirm.class,
            DecideCommand.Discard.class,
            HealthCommand.class,
            InstancesCommand.class,
            ConflictsCommand.class,
            FreeCommand.class,
            ExportCommand.class
        })
public final class FeedCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Says that there is nothing to do without a subcommand. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: sync, confirm, discard, health, instances, conflicts, free or export");
    }
}
