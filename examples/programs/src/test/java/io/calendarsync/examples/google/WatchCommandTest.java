package io.calendarsync.examples.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.RunningCli;
import io.calendarsync.sandbox.ChannelView;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {

    @TempDir
    private Path folder;

    private GoogleHost google;
    private String tea = "";

    @BeforeEach
    void connect() throws Exception {
        google = new GoogleHost(folder);
        LocalDate tomorrow =
                LocalDate.ofInstant(InstantSource.system().instant().plus(Duration.ofDays(1)), ZoneOffset.UTC);
        tea = google.calendar.add(GoogleHost.TEA.formatted(tomorrow));
        google.connectAda();
        google.run("sync");
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private RunningCli watch() {
        return RunningCli.start("google", "watch", "--state", google.state, "--json");
    }

    private static void awaitWatch(RunningCli cli) throws InterruptedException {
        cli.out(line -> line.contains("\"watch\"")
                && line.contains("\"source\":\"" + GoogleHost.ADA + "\"")
                && line.contains("\"active\""));
    }

    @Test
    void anEditInGoogleIsToldByItsPush() throws Exception {
        try (RunningCli cli = watch()) {
            awaitWatch(cli);

            google.calendar.edit(tea, "{\"summary\": \"Coffee\"}");
            JsonNode updated = Cli.parse(cli.out(line -> line.contains("\"updated\"")));
            cli.interrupt();

            assertThat(updated.path("title").asText()).isEqualTo("Coffee");
            assertThat(cli.exit()).isEqualTo(Exit.FINE);
            assertThat(Cli.parse(cli.out(line -> line.contains("\"summary\"")))
                            .path("updated")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(google.run("sync").items()).isEmpty();
    }

    @Test
    void aForgedPushIsTakenWithoutAWordAndReadsNothing() throws Exception {
        try (RunningCli cli = watch()) {
            String endpoint = Cli.parse(cli.out(line -> line.contains("\"watching\"")))
                    .path("endpoint")
                    .asText();
            awaitWatch(cli);
            // What changed before the channel stood is read once more; the edit proves that this is over.
            google.calendar.edit(tea, "{\"summary\": \"Coffee\"}");
            cli.out(line -> line.contains("\"updated\""));
            google.sandbox.pushes().dropAll(true);
            google.calendar.edit(tea, "{\"summary\": \"Cocoa\"}");
            long readings = google.sandbox.counters().calls("events.list");

            HttpResponse<String> forged = push(endpoint, channel(), "a-guess");
            HttpResponse<String> foreign = push(endpoint, "no-such-channel", "a-guess");
            HttpResponse<String> noise =
                    send(HttpRequest.newBuilder(URI.create(endpoint)).GET());
            google.sandbox.pushes().dropAll(false);
            google.calendar.edit(tea, "{\"summary\": \"Cake\"}");
            JsonNode genuine = Cli.parse(cli.out(line -> line.contains("\"updated\"")));
            cli.interrupt();

            assertThat(forged.statusCode()).isEqualTo(202);
            assertThat(foreign.statusCode()).isEqualTo(202);
            assertThat(noise.statusCode()).isEqualTo(404);
            assertThat(forged.body() + foreign.body() + noise.body()).isEmpty();
            assertThat(cli.exit()).isEqualTo(Exit.FINE);
            assertThat(genuine.path("fields").toString()).contains("\"old\":\"Coffee\",\"new\":\"Cake\"");
            assertThat(google.sandbox.counters().calls("events.list")).isEqualTo(readings + 1);
        }
    }

    private String channel() {
        return google.sandbox.pushes().channels().stream()
                .filter(open -> open.resource().equals(GoogleHost.ADA))
                .map(ChannelView::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBodyBeyondAllMeasureIsRefused() throws Exception {
        try (RunningCli cli = watch()) {
            String endpoint = Cli.parse(cli.out(line -> line.contains("\"watching\"")))
                    .path("endpoint")
                    .asText();

            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(URI.create(endpoint)).POST(BodyPublishers.ofByteArray(new byte[1_100_000])));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        Cli watch = google.run("watch", "--for", "PT1S");

        assertThat(watch.exit()).isEqualTo(Exit.FINE);
        assertThat(watch.summary().path("events").asInt()).isEqualTo(1);
    }

    private HttpResponse<String> push(String endpoint, String channel, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(endpoint + "?provider=google"))
                .POST(BodyPublishers.noBody())
                .header("X-Goog-Channel-ID", channel)
                .header("X-Goog-Channel-Token", token)
                .header("X-Goog-Resource-State", "exists")
                .header("X-Goog-Message-Number", "7"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
