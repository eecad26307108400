package io.calendarsync.examples.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.Cli;
import io.calendarsync.examples.RunningCli;
import io.calendarsync.sandbox.GoogleSandbox;
import io.calendarsync.sandbox.SandboxCalendar;
import io.calendarsync.sandbox.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sandbox in the place of Google, and commands that take it for Google. */
final class GoogleHost implements AutoCloseable {

    static final String ADA = "ada@example.com";
    static final String TEA = """
            {"summary": "Tea", "start": {"dateTime": "%1$sT10:00:00Z"}, "end": {"dateTime": "%1$sT10:30:00Z"}}""";

    final GoogleSandbox sandbox =
            GoogleSandbox.builder().time(InstantSource.system()).start();
    final SandboxUser ada = sandbox.user(ADA);
    final SandboxCalendar calendar = ada.primary();
    final Path state;
    private final Path clientFile;

    GoogleHost(Path folder) throws IOException {
        state = folder.resolve("state");
        clientFile = clientFile(folder, sandbox.clientSecret());
    }

    /** Returns a file as the console gives it for download. */
    Path clientFile(Path folder, String secret) throws IOException {
        return Files.writeString(
                folder.resolve("client_secret.json"),
                "{\"installed\":{\"client_id\":\"%s\",\"client_secret\":\"%s\",\"redirect_uris\":[\"http://localhost\"]}}"
                        .formatted(sandbox.clientId(), secret),
                UTF_8);
    }

    Object[] connect(Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "google",
                "connect",
                "--state",
                state,
                "--json",
                "--client-file",
                clientFile,
                "--root-url",
                sandbox.rootUrl(),
                "--auth-url",
                sandbox.authUrl(),
                "--token-url",
                sandbox.tokenUrl()));
        words.addAll(Arrays.asList(more));
        return words.toArray();
    }

    /** Runs another command over the state; what connect was told is not said again. */
    Cli run(Object... words) {
        List<Object> all = new ArrayList<>(List.of("google"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--state", state, "--json"));
        return Cli.run(all.toArray());
    }

    /** Connects as a user would, who agrees. */
    void connectAda() throws Exception {
        sandbox.oauth().allow();
        try (RunningCli cli = RunningCli.start(connect())) {
            browse(cli);
            if (cli.exit() != 0) {
                throw new AssertionError("not connected");
            }
        }
    }

    /** Opens the page a command shows, as a browser, and is led back. */
    static int browse(RunningCli cli) throws Exception {
        return open(page(cli));
    }

    static URI page(RunningCli cli) throws InterruptedException {
        return URI.create(cli.err(line -> line.startsWith("http")));
    }

    static int open(URI page) throws Exception {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
