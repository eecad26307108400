package io.calendarsync.examples.google;

import io.calendarsync.PublicationStatus;
import io.calendarsync.PublicationStatus.State;
import io.calendarsync.Publisher;
import io.calendarsync.PutResult;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.model.HostKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What put and retract have in common: says what is wanted, does the work, and prints what came of it. */
final class Publication {

    @Parameters(paramLabel = "KEY", description = "your own name for the event, the same for as long as it exists")
    private String key = "";

    @Option(
            names = "--revision",
            paramLabel = "N",
            description =
                    "rises with every change; the next one if not given. A lower one than before is not looked at")
    private long revision = -1;

    /** Says what is wanted. */
    interface Wish {
        /** Says it, at a revision. */
        PutResult say(Accounts accounts, HostKey key, long revision);
    }

    int run(CommandSpec spec, StateOptions options, Wish wish) {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = KeptAccounts.open(folder, options, telling)) {
            Publisher publisher = accounts.sync().publisher();
            HostKey name = name();
            long next = publisher.status(name).wanted().orElse(0) + 1;
            PutResult result = wish.say(accounts, name, revision < 0 ? next : revision);
            accounts.deliver();
            PublicationStatus status = publisher.status(name);
            telling.print(to -> Lines.publication(to, result, status));
            return exit(result, status.state());
        }
    }

    private HostKey name() {
        try {
            return new HostKey(key);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("a KEY has 1 to 1,000 characters");
        }
    }

    private static int exit(PutResult result, State state) {
        boolean taken = switch (result) {
            case ACCEPTED, UNCHANGED, SUPERSEDED, NOT_WANTED -> true;
            case NO_ROUTE, NOT_WRITABLE, UNKNOWN_CALENDAR -> false;
        };
        boolean settled = state == State.PUBLISHED || state == State.RETRACTED;
        return taken && settled ? Exit.FINE : Exit.REFUSED;
    }
}
