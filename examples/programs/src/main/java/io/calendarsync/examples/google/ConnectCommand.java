package io.calendarsync.examples.google;

import io.calendarsync.ConnectRequest;
import io.calendarsync.ConnectResult;
import io.calendarsync.Connected;
import io.calendarsync.Declined;
import io.calendarsync.Detail;
import io.calendarsync.Terms;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.consent.ConsentFlow;
import io.calendarsync.examples.consent.SandboxBrowser;
import io.calendarsync.examples.state.StateFolder;
import io.calendarsync.model.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Connects an account by its user's consent, in a browser that comes back to this machine. */
@Command(
        name = "connect",
        description = {
            "Connects a Google account: prints the page that asks for consent, and waits for the browser to come back.",
            "The same account again renews its connection."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 connected, 2 bad usage, 3 nothing was connected: the user or Google declined, nobody decided",
            "in time, or Google does not accept the application."
        })
final class ConnectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(
            names = "--access",
            paramLabel = "A",
            description = "what is asked for: FREE_BUSY, READ (the default) or READ_WRITE")
    private Access access = Access.READ;

    @Option(
            names = "--detail",
            paramLabel = "D",
            description = "how much is kept: TIMES_ONLY or FULL (the default); the same for as long as it is connected")
    private Detail detail = Detail.FULL;

    @Option(names = "--account", paramLabel = "EMAIL", description = "which account, where the user has several")
    private String account = "";

    @Option(names = "--wait", paramLabel = "T", description = "how long to wait for consent; PT5M if not given")
    private Duration patience = Duration.ofMinutes(5);

    @Option(
            names = "--access-token-file",
            paramLabel = "FILE",
            description = {
                "skips consent: a file with an access token, or with JSON that has access_token and, if it is to last,",
                "refresh_token, which nobody else may use from here on"
            })
    private @Nullable Path tokenFile;

    /** Connects, and remembers the server. */
    @Override
    public Integer call() {
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = StateFolder.open(options.folder, System.getenv())) {
            Optional<Server> kept = new KeptServer(folder).find();
            Server server = Servers.find(options.google, System.getenv(), kept, tokenFile == null);
            try (Accounts accounts = Accounts.open(folder, server, telling)) {
                Connected connected = tokenFile == null ? consented(accounts) : adopted(accounts, tokenFile);
                accounts.remember();
                telling.print(to -> {
                    Lines.connected(
                            to, connected.connection(), connected.calendars().size());
                    connected.calendars().forEach(one -> Lines.calendar(to, accounts.name(one), one));
                });
                return Exit.FINE;
            }
        }
    }

    private static Connected adopted(Accounts accounts, Path file, TokenFile.Asked asked) {
        return accounts.sync()
                .connections()
                .adopt(Accounts.OWNER, Accounts.GOOGLE, TokenFile.read(file, asked), asked.detail());
    }

    private Connected adopted(Accounts accounts, Path file) {
        return adopted(accounts, file, new TokenFile.Asked(access, detail));
    }

    private Connected consented(Accounts accounts) {
        ConsentFlow.Browser browser = accounts.server().isSandbox() ? ConnectCommand::agree : this::tell;
        ConnectResult result = new ConsentFlow(accounts.sync().connections(), browser, patience)
                .run(back -> new ConnectRequest(
                        Accounts.OWNER, Accounts.GOOGLE, back, new Terms(access, detail), account, Optional.empty()));
        if (result instanceof Connected connected) {
            return connected;
        }
        if (result instanceof Declined declined) {
            throw Refusal.unreadable("nothing was connected: " + sentence(declined));
        }
        throw new IllegalStateException("no such result: " + result.getClass());
    }

    private static void agree(URI page) throws IOException, InterruptedException {
        SandboxBrowser.agree(page);
    }

    private void tell(URI page) {
        spec.commandLine().getErr().println("Open this page in a browser on this machine, and decide:\n" + page);
        spec.commandLine().getErr().flush();
    }

    private static String sentence(Declined declined) {
        return switch (declined.why()) {
            case USER_REFUSED -> "the user said no";
            case STATE_UNKNOWN_OR_USED -> "the answer came too late; begin again";
            case OTHER_OWNER, OTHER_ACCOUNT -> "another account was chosen than the one that was to be connected";
            case OTHER_DETAIL -> "it is connected with another --detail; google disconnect it first";
            case SCOPE_MISSING ->
                "not all was granted that was asked for: leave every tick, or ask for less (--access)";
            case PROVIDER_REFUSED -> declined.detail();
        };
    }
}
