package io.calendarsync.examples.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.consent.ConsentFlow;
import io.calendarsync.examples.consent.SandboxBrowser;
import io.calendarsync.examples.google.EmbeddedSandbox;
import io.calendarsync.examples.google.GoogleOptions;
import io.calendarsync.examples.google.Server;
import io.calendarsync.examples.google.Servers;
import io.calendarsync.examples.report.Names;
import io.calendarsync.examples.report.Report;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Grant;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether Google does what the library takes for granted. */
@Command(
        name = "google",
        description = {
            "Looks at a real account whether Google does what it documents and is known to do, and prints it fact by fact.",
            "Writes into a calendar that it makes for this and deletes, or into the one that is named, from which it",
            "takes what it has put there; nobody gets a mail. The grant is revoked at the end and kept nowhere."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 no fact was contradicted, 2 bad usage, 3 the account could not be looked at,",
            "4 something is otherwise: look at what was seen."
        })
final class VerifyGoogleCommand implements Callable<Integer> {

    private static final String ALL = "https://www.googleapis.com/auth/calendar";

    @Spec
    private CommandSpec spec;

    @Mixin
    private GoogleOptions options = new GoogleOptions();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description = "write into this one, and ask for less consent, instead of making one")
    private String calendar = "";

    @Option(names = "--account", paramLabel = "EMAIL", description = "which account, where the user has several")
    private String account = "";

    @Option(names = "--wait", paramLabel = "T", description = "how long to wait for consent; PT5M if not given")
    private Duration patience = Duration.ofMinutes(5);

    @Option(names = "--port", paramLabel = "P", description = "where messages are received; any free port if not given")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "the https address that leads to that port; without one no messages are looked at")
    private @Nullable URI publicUrl;

    /** Looks, cleans up, and prints. */
    @Override
    public Integer call() {
        Server named = Servers.named(options, System.getenv());
        if (!named.isEmbedded()) {
            return verify(named);
        }
        try (GoogleSandbox sandbox = EmbeddedSandbox.start()) {
            return verify(Server.of(sandbox));
        }
    }

    private int verify(Server server) {
        AuthorizationServer authorization = server.provider().authorization().orElseThrow();
        ConsentFlow.Browser browser = server.isSandbox() ? SandboxBrowser::agree : this::tell;
        Grant grant = new LiveConsent(authorization, browser, patience).ask(account, calendar.isEmpty() ? ALL : "");
        Facts facts = new Facts();
        List<String> left;
        try (Receiver receiver = new Receiver(port)) {
            LiveApi api = new LiveApi(server.root(), grant.accessToken());
            new OauthFacts(authorization, api, facts).verify(grant);
            left = look(api, facts, reachedAt(server, receiver), receiver);
        } catch (IOException e) {
            throw Refusal.usage("port " + port + " cannot be listened on: is it taken?");
        } finally {
            revoke(authorization, grant);
        }
        return print(facts, left);
    }

    private Optional<URI> reachedAt(Server server, Receiver receiver) {
        return Optional.ofNullable(publicUrl)
                .or(() -> server.isHere() ? Optional.of(receiver.address()) : Optional.empty());
    }

    private List<String> look(LiveApi api, Facts facts, Optional<URI> address, Receiver receiver) {
        Workbench bench = Workbench.open(api, calendar);
        try (bench) {
            new SyncFacts(bench, facts).verify();
            new SeriesFacts(bench, facts).verify();
            new WriteFacts(bench, facts).verify();
            new PushFacts(bench, facts).verify(address, receiver);
        } finally {
            // Also where it could not be looked at to the end.
            bench.left().forEach(what -> say("could not be taken away again: " + what));
        }
        return bench.left();
    }

    private void revoke(AuthorizationServer authorization, Grant grant) {
        try {
            authorization.revoke(grant.refreshToken().orElse(grant.accessToken()));
        } catch (CalendarSyncException e) {
            say("the grant could not be revoked: take it back in the account's settings");
        }
    }

    private int print(Facts facts, List<String> left) {
        Report report = Report.of(json, spec.commandLine().getOut());
        int[] counts = new int[Facts.Verdict.values().length];
        for (Fact fact : Fact.values()) {
            Facts.Finding finding = facts.of(fact);
            counts[finding.verdict().ordinal()]++;
            report.say(line(fact, finding), text(fact, finding));
        }
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("type", "summary");
        StringBuilder text = new StringBuilder();
        for (Facts.Verdict verdict : Facts.Verdict.values()) {
            summary.put(Names.of(verdict), counts[verdict.ordinal()]);
            text.append(text.isEmpty() ? "" : ", ")
                    .append(shown(verdict))
                    .append(' ')
                    .append(counts[verdict.ordinal()]);
        }
        report.say(summary, text.toString());
        return counts[Facts.Verdict.CONTRADICTED.ordinal()] > 0 || !left.isEmpty() ? Exit.REVIEW : Exit.FINE;
    }

    private static ObjectNode line(Fact fact, Facts.Finding finding) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "fact")
                .put("section", fact.section())
                .put("fact", Names.of(fact))
                .put("says", fact.says())
                .put("verdict", Names.of(finding.verdict()))
                .put("seen", finding.seen());
    }

    private static String text(Fact fact, Facts.Finding finding) {
        String seen = finding.seen().isEmpty() ? "" : "  (" + finding.seen() + ")";
        return String.format(
                Locale.ROOT, "%-12s  %-7s %s%s", shown(finding.verdict()), fact.section(), fact.says(), seen);
    }

    private static String shown(Facts.Verdict verdict) {
        return switch (verdict) {
            case HELD -> "held";
            case CONTRADICTED -> "CONTRADICTED";
            case NOT_SEEN -> "not seen";
        };
    }

    private void tell(URI page) {
        spec.commandLine().getErr().println("Open this page in a browser on this machine, and decide:\n" + page);
        spec.commandLine().getErr().flush();
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println(Printable.line(spec.qualifiedName() + ": " + sentence));
        spec.commandLine().getErr().flush();
    }
}
