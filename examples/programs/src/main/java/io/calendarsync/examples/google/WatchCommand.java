package io.calendarsync.examples.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.examples.Refusal;
import io.calendarsync.examples.notify.NotificationServer;
import io.calendarsync.examples.state.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs as a server does: takes notifications, reads what they hint at, and prints changes as they come. */
@Command(
        name = "watch",
        description = {
            "Prints changes as they happen: serves the endpoint for Google's notifications on 127.0.0.1, and reads what",
            "they hint at. Google itself reaches it by a proxy that serves --public-url and passes on path and query;",
            "without one its calendars are polled."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 fine, 1 the output was closed, 2 bad usage, 3 an account or calendar could not be read."
        })
final class WatchCommand implements Callable<Integer> {

    private static final int WORKERS = 2;
    private static final int LAST_PORT = 65_535;
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateOptions options = new StateOptions();

    @Option(names = "--for", paramLabel = "T", description = "how long, such as PT10M; until interrupted if not given")
    private Duration time = FOREVER;

    @Option(names = "--port", paramLabel = "P", description = "where it listens; 0, the default, is any free port")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "the https address Google is to call, without a query; it must lead here")
    private @Nullable URI publicUrl;

    /** Serves and works until the time is over or the thread is interrupted. */
    @Override
    public Integer call() {
        if (port < 0 || port > LAST_PORT) {
            throw Refusal.usage("--port takes a port from 0 to " + LAST_PORT);
        }
        if (publicUrl != null && (!"https".equals(publicUrl.getScheme()) || publicUrl.getRawQuery() != null)) {
            throw Refusal.usage("--public-url takes an https address without a query");
        }
        Telling telling = new Telling(spec, options.json);
        try (StateFolder folder = KeptAccounts.folder(options);
                NotificationServer endpoint = NotificationServer.bind(port);
                Accounts accounts =
                        KeptAccounts.open(folder, options, telling, server -> reachedAt(server, endpoint))) {
            watch(accounts, endpoint, telling);
            return telling.end();
        } catch (IOException e) {
            throw Refusal.usage("port " + port + " cannot be listened on: is it taken?");
        }
    }

    /** A server on this machine reaches the endpoint as it is. */
    private Optional<URI> reachedAt(Server server, NotificationServer endpoint) {
        return Optional.ofNullable(publicUrl)
                .or(() -> server.isHere() || server.isEmbedded() ? Optional.of(endpoint.address()) : Optional.empty());
    }

    private void watch(Accounts accounts, NotificationServer endpoint, Telling telling) {
        endpoint.serve(accounts.sync().notifications());
        telling.print(to -> to.say(begun(accounts, endpoint), text(accounts, endpoint)));
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Watching watching = new Watching(accounts, telling);
            watching.ensure();
            accounts.sync().work().start(threads, WORKERS);
            follow(accounts, watching);
        } finally {
            // Before its threads: what is under way comes to an end.
            accounts.sync().close();
            threads.shutdownNow();
        }
        accounts.rethrow();
        new Reading(accounts, telling).standing();
    }

    private void follow(Accounts accounts, Watching watching) {
        InstantSource clock = InstantSource.system();
        long end = clock.millis() + Math.min(time.toMillis(), FOREVER.toMillis());
        try {
            while (clock.millis() < end) {
                accounts.rethrow();
                watching.look();
                new CountDownLatch(1)
                        .await(Math.min(LOOK.toMillis(), Math.max(1, end - clock.millis())), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            // Asked to end: what is acknowledged is kept, and the rest comes with the next run.
        }
    }

    private static ObjectNode begun(Accounts accounts, NotificationServer endpoint) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("type", "watching")
                .put("endpoint", endpoint.address().toString());
        accounts.control().ifPresent(control -> line.put("controlUrl", control.toString()));
        return line;
    }

    private static String text(Accounts accounts, NotificationServer endpoint) {
        return "listening at " + endpoint.address()
                + accounts.control()
                        .map(control -> "\nedit the sandbox at " + control)
                        .orElse("");
    }
}
