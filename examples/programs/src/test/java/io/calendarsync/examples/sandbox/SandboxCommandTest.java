package io.calendarsync.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Main;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SandboxCommandTest {

    @Test
    void itServesUntilItIsInterrupted() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (PipedReader pipe = new PipedReader();
                PrintWriter out = new PrintWriter(new PipedWriter(pipe))) {
            Callable<Integer> command =
                    () -> Main.commandLine().setOut(out).execute("sandbox", "--json", "--user", "ben@example.com");
            Future<Integer> exit = thread.submit(command);

            JsonNode facts = Cli.parse(new BufferedReader(pipe).readLine());
            String overview = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(facts.path("controlUrl").asText() + "/users"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            thread.shutdownNow();

            assertThat(overview).contains("ben@example.com");
            assertThat(facts.path("clientSecret").asText()).isNotEmpty();
            assertThat(exit.get()).isEqualTo(Exit.FINE);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void aPortThatCannotBeUsedIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Cli busy = Cli.run("sandbox", "--google-port", taken.getLocalPort());
            Cli wrong = Cli.run("sandbox", "--google-port", 70_000);

            assertThat(busy.exit()).isEqualTo(Exit.USAGE);
            assertThat(busy.err()).hasSize(1);
            assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
        }
    }
}
