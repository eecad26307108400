package io.calendarsync.examples.verify;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the checks of what providers do. */
@Command(
        name = "verify-live",
        description = "Checks what is documented of a provider against a real account.",
        mixinStandardHelpOptions = true,
        subcommands = VerifyGoogleCommand.class)
public final class VerifyLiveCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Says that there is nothing to do without a subcommand. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: google");
    }
}
