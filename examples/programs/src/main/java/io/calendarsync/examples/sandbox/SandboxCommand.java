package io.calendarsync.examples.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Refusal;
import io.calendarsync.sandbox.GoogleSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a stand-in for Google Calendar until it is interrupted. */
@Command(
        name = "sandbox",
        description = "Serves a stand-in for Google Calendar and its consent on this machine until interrupted.",
        mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--google-port",
            paramLabel = "P",
            defaultValue = "0",
            description = "where it listens on 127.0.0.1; 0, the default, is any free port")
    private int port;

    @Option(
            names = "--user",
            paramLabel = "EMAIL",
            defaultValue = "ada@example.com",
            description = "who has an account; can be given several times, ${DEFAULT-VALUE} otherwise")
    private List<String> users = new ArrayList<>();

    @Option(names = "--allow", description = "agrees to every consent at once instead of showing the page")
    private boolean allow;

    @Option(names = "--json", description = "prints one line of JSON instead of text")
    private boolean json;

    /** Serves; returns when the thread is interrupted. */
    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > LAST_PORT) {
            throw Refusal.usage("--google-port takes a port from 0 to " + LAST_PORT);
        }
        try (GoogleSandbox sandbox = open()) {
            users.forEach(sandbox::user);
            if (allow) {
                sandbox.oauth().allow();
            }
            print(sandbox);
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Exit.FINE;
    }

    private GoogleSandbox open() {
        try {
            return GoogleSandbox.builder()
                    .port(port)
                    .time(InstantSource.system())
                    .start();
        } catch (UncheckedIOException taken) {
            throw Refusal.usage("port " + port + " cannot be listened on: is it taken?");
        }
    }

    private void print(GoogleSandbox sandbox) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode facts = mapper.createObjectNode()
                .put("rootUrl", sandbox.rootUrl().toString())
                .put("authUrl", sandbox.authUrl().toString())
                .put("tokenUrl", sandbox.tokenUrl().toString())
                .put("revokeUrl", sandbox.revokeUrl().toString())
                .put("controlUrl", sandbox.rootUrl().resolve("sandbox").toString())
                .put("clientId", sandbox.clientId())
                .put("clientSecret", sandbox.clientSecret());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(mapper.writeValueAsString(facts));
        } else {
            out.println("A stand-in for Google Calendar, until Ctrl-C:");
            facts.properties()
                    .forEach(fact -> out.printf(
                            "  %-13s %s%n", fact.getKey(), fact.getValue().asText()));
        }
        out.flush();
    }
}
