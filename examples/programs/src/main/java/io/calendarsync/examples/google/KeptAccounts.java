package io.calendarsync.examples.google;

import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.state.StateFolder;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Opens accounts that were connected before. */
final class KeptAccounts {

    private KeptAccounts() {}

    /** Opens a folder in which something is kept. */
    static StateFolder folder(StateOptions options) {
        return StateFolder.openExisting(options.folder, System.getenv(), "no account is kept in");
    }

    /** Opens the accounts of a folder, of which there must be one. */
    static Accounts open(StateFolder folder, StateOptions options, Telling telling) {
        return open(folder, options, telling, server -> Optional.empty());
    }

    /**
     * Opens the accounts of a folder, of which there must be one.
     *
     * @param publicUrl where notifications come in, given the server
     */
    static Accounts open(
            StateFolder folder, StateOptions options, Telling telling, Function<Server, Optional<URI>> publicUrl) {
        Optional<Server> kept = new KeptServer(folder).find();
        if (kept.isEmpty()) {
            throw none(options);
        }
        Server server = Servers.find(options.google, System.getenv(), kept, true);
        Accounts accounts = Accounts.open(folder, server, telling, publicUrl.apply(server));
        if (accounts.connections().isEmpty()) {
            accounts.close();
            throw none(options);
        }
        return accounts;
    }

    private static Refusal none(StateOptions options) {
        return Refusal.usage("no account is kept in " + options.folder + ": google connect");
    }
}
