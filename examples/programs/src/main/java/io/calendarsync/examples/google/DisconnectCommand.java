package io.calendarsync.examples.google;

import io.calendarsync.CalendarConnection;
import io.calendarsync.Departure;
import io.calendarsync.OurEvents;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a connection, and says what stays at Google. */
@Command(
        name = "disconnect",
        description = {
            "Ends a connection: stops its watch channels, revokes the grant, and forgets what was kept of it.",
            "No event is deleted at Google, unless what was put there is to be taken back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 ended, 2 bad usage, 3 the state is unreadable."})
final class DisconnectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(
            names = "--take-back",
            description = "delete what was put there first; the account stays connected where that fails for now")
    private boolean takeBack;

    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "which account, where there are several")
    private String account = "";

    /** Ends it, whether or not Google can be told. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                Accounts accounts = KeptAccounts.open(folder, options, telling)) {
            CalendarConnection connection = chosen(accounts.connections());
            Departure departure = accounts.sync()
                    .connections()
                    .disconnect(connection.id(), takeBack ? OurEvents.TAKE_BACK : OurEvents.KEEP);
            accounts.deliver();
            telling.print(to -> Lines.disconnected(to, connection, departure));
            return Exit.FINE;
        }
    }

    private CalendarConnection chosen(List<CalendarConnection> connections) {
        List<CalendarConnection> meant = connections.stream()
                .filter(connection -> account.isEmpty()
                        || connection.label().equals(account)
                        || connection.id().value().equals(account))
                .toList();
        if (meant.size() != 1) {
            throw Refusal.usage(
                    meant.isEmpty()
                            ? "no account is called that: google health lists them"
                            : "there are several accounts: say which");
        }
        return meant.get(0);
    }
}
