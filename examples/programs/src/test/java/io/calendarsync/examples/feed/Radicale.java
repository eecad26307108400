package io.calendarsync.examples.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Radicale of our own on a loopback port, with one collection; ended by {@link #close}. */
final class Radicale implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on .*:(\\d+)");

    private final Process process;
    private final URI user;
    private final HttpClient client = HttpClient.newHttpClient();

    private Radicale(Process process, int port) {
        this.process = process;
        this.user = URI.create("http://127.0.0.1:" + port + "/anna/");
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "radicale")));
    }

    /** Starts it on a port that is free. */
    static Radicale start(Path folder) throws Exception {
        Path rights =
                Files.writeString(folder.resolve("rights"), "[all]\nuser: .*\ncollection: .*\npermissions: RrWw\n");
        Path config = Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "[server]",
                        "hosts = 127.0.0.1:0",
                        "[auth]",
                        "type = none",
                        "[rights]",
                        "type = from_file",
                        "file = " + rights,
                        "[storage]",
                        "filesystem_folder = " + folder.resolve("collections"),
                        "[web]",
                        "type = none",
                        "[logging]",
                        "level = info",
                        ""));
        Process process = new ProcessBuilder("radicale", "--config", config.toString())
                .redirectErrorStream(true)
                .start();
        try {
            Radicale server = new Radicale(process, port(process));
            // The first visit of a user makes their folder.
            server.send("GET", "", "");
            assertThat(server.send("MKCALENDAR", "work/", "")).isEqualTo(201);
            return server;
        } catch (ExecutionException | TimeoutException | AssertionError e) {
            process.destroyForcibly();
            throw new AssertionError("Radicale does not start", e);
        }
    }

    /** Reads what it says until it says where it listens, and goes on reading so that it never waits for that. */
    private static int port(Process process) throws Exception {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, port), "radicale-output");
        reader.setDaemon(true);
        reader.start();
        return port.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    private static void read(Process process, CompletableFuture<Integer> port) {
        int listening = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                listening = matcher.find() ? Integer.parseInt(matcher.group(1)) : listening;
                if (line.contains("server ready")) {
                    port.complete(listening);
                }
            }
            port.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    /** Returns the address of a collection. */
    String address(String collection) {
        return user.resolve(collection).toString();
    }

    /** Writes an entry of the collection. */
    void put(String name, String calendar) {
        assertThat(send("PUT", "work/" + name, calendar)).isEqualTo(201);
    }

    void delete(String name) {
        assertThat(send("DELETE", "work/" + name, "")).isEqualTo(200);
    }

    /** Returns the status of a request. */
    int send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(user.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", "Basic YW5uYTp4")
                .header("Content-Type", "text/calendar; charset=utf-8")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
