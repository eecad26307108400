package io.calendarsync.examples.google;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.RunningCli;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectCommandTest {

    @TempDir
    private Path folder;

    private GoogleHost google;

    @BeforeEach
    void start() throws IOException {
        google = new GoogleHost(folder);
    }

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void aBrowserThatComesBackConnectsTheAccount() throws Exception {
        google.sandbox.oauth().allow();
        try (RunningCli cli = RunningCli.start(google.connect("--access", "read_write", "--account", GoogleHost.ADA))) {
            URI page = GoogleHost.page(cli);
            int shown = GoogleHost.open(page);

            JsonNode connected = Cli.parse(cli.out(line -> line.contains("\"connected\"")));
            JsonNode calendar = Cli.parse(cli.out(line -> line.contains("\"calendar\"")));

            assertThat(cli.exit()).isEqualTo(Exit.FINE);
            assertThat(shown).isEqualTo(200);
            assertThat(page.getQuery()).contains("access_type=offline", "code_challenge_method=S256", "login_hint=ada");
            assertThat(connected.path("account").asText()).isEqualTo(GoogleHost.ADA);
            assertThat(connected.path("access").asText()).isEqualTo("readWrite");
            assertThat(calendar.path("uses").toString()).isEqualTo("[\"sync\",\"busy\",\"watch\"]");
        }
    }

    @Test
    void nothingReadableIsKeptOfSecretOrTokens() throws Exception {
        google.connectAda();
        List<String> secrets = List.of(
                google.sandbox.clientSecret(), google.ada.refreshTokens().get(0));

        try (Stream<Path> files = Files.walk(google.state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, ISO_8859_1);
                assertThat(secrets).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    @Test
    void aUserWhoSaysNoConnectsNothing() throws Exception {
        google.sandbox.oauth().deny();
        try (RunningCli cli = RunningCli.start(google.connect())) {
            GoogleHost.browse(cli);

            assertThat(cli.exit()).isEqualTo(Exit.REFUSED);
            assertThat(cli.err(line -> true))
                    .isEqualTo("examples/run google connect: nothing was connected: the user said no");
        }
        Cli sync = google.run("sync");
        assertThat(sync.exit()).isEqualTo(Exit.USAGE);
        assertThat(sync.err()).hasSize(1).first().asString().contains("no account is kept");
    }

    @Test
    void aUserWhoUnticksACalendarScopeConnectsNothing() throws Exception {
        google.sandbox.oauth().allow();
        google.sandbox.oauth().untick("calendar.events.readonly");
        try (RunningCli cli = RunningCli.start(google.connect())) {
            GoogleHost.browse(cli);

            assertThat(cli.exit()).isEqualTo(Exit.REFUSED);
            assertThat(cli.err(line -> true)).contains("not all was granted");
        }
    }

    @Test
    void aWrongSecretIsTheApplicationsFaultAndNotTheUsers() throws Exception {
        google.sandbox.oauth().allow();
        google.clientFile(folder, "wrong");
        try (RunningCli cli = RunningCli.start(google.connect())) {
            GoogleHost.browse(cli);

            assertThat(cli.exit()).isEqualTo(Exit.REFUSED);
            assertThat(cli.err(line -> true))
                    .contains("Google does not accept the application (invalid_client)")
                    .doesNotContain("the user");
        }
    }

    @Test
    void whoDoesNotDecideInTimeConnectsNothing() {
        Cli late = Cli.run(google.connect("--wait", "PT0.1S"));

        assertThat(late.exit()).isEqualTo(Exit.REFUSED);
        assertThat(late.err().get(late.err().size() - 1)).contains("nobody has decided within PT0.1S");
    }

    @Test
    void aRedirectNobodyAskedForIsPassedOver() throws Exception {
        google.sandbox.oauth().allow();
        try (RunningCli cli = RunningCli.start(google.connect())) {
            URI page = GoogleHost.page(cli);
            String back = page.getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
            GoogleHost.open(URI.create(back + "?state=forged&code=forged"));
            assertThat(GoogleHost.open(URI.create(back + "?favicon"))).isEqualTo(404);
            GoogleHost.open(page);

            assertThat(cli.exit()).isEqualTo(Exit.FINE);
        }
    }

    @Test
    void anAccessTokenIsEnoughForAsLongAsItLasts() throws Exception {
        String token = google.ada
                .consent("calendar.events.readonly", "calendar.calendarlist.readonly")
                .accessToken();
        Path file = Files.writeString(folder.resolve("token"), token + "\n");
        Object[] words = {
            "google",
            "connect",
            "--state",
            google.state,
            "--json",
            "--root-url",
            google.sandbox.rootUrl(),
            "--access-token-file",
            file
        };

        Cli connect = Cli.run(words);
        Cli first = google.run("sync");
        google.sandbox.oauth().expireAccessTokens();
        Cli late = google.run("sync");

        assertThat(connect.exit()).isEqualTo(Exit.FINE);
        assertThat(first.exit()).as(first.err().toString()).isEqualTo(Exit.FINE);
        assertThat(late.exit()).isEqualTo(Exit.REFUSED);
        assertThat(late.err()).anyMatch(line -> line.contains("reconnectRequired") && line.contains("google connect"));
        assertThat(google.sandbox.counters().refreshes()).isZero();
    }

    @Test
    void aSandboxThatRunsElsewhereSaysItselfHowToReachIt() {
        Cli connect = Cli.run(
                "google",
                "connect",
                "--state",
                google.state,
                "--json",
                "--sandbox",
                "--root-url",
                google.sandbox.rootUrl());

        assertThat(connect.exit()).as(connect.err().toString()).isEqualTo(Exit.FINE);
        assertThat(google.run("sync").exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void whatCannotBeUnderstoodIsOneSentence() throws Exception {
        Path none = Files.writeString(folder.resolve("none.json"), "{\"installed\":{}}");
        List<Cli> wrong = List.of(
                Cli.run("google", "connect", "--state", google.state),
                Cli.run("google", "connect", "--state", google.state, "--client-file", none),
                Cli.run("google", "connect", "--state", google.state, "--client-file", folder.resolve("absent")),
                Cli.run(google.connect("--root-url", "ftp://example.com/")),
                Cli.run(google.connect("--access", "everything")),
                Cli.run(google.connect("--access-token-file", none)),
                Cli.run("google", "sync", "--state", folder.resolve("absent")),
                Cli.run("google", "watch", "--state", google.state, "--port", "70000"),
                Cli.run("google", "watch", "--state", google.state, "--public-url", "http://example.com/"),
                Cli.run("google"));

        assertThat(wrong).allSatisfy(cli -> {
            assertThat(cli.exit()).as(cli.err().toString()).isEqualTo(Exit.USAGE);
            assertThat(cli.err()).hasSize(1);
            assertThat(cli.out()).isEmpty();
        });
    }
}
