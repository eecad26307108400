package io.calendarsync.examples.google;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes back an event that was put. */
@Command(
        name = "retract",
        description = "Takes back the event that was put under a KEY; nobody gets a mail.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 it is gone, 2 bad usage, 3 it is not, or not yet: the line says why."})
final class RetractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Mixin
    private Publication publication = new Publication();

    /** Takes it back, and waits for Google. */
    @Override
    public Integer call() {
        return publication.run(
                spec,
                options,
                (accounts, key, revision) -> accounts.sync().publisher().retract(key, revision));
    }
}
