package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import io.calendarsync.examples.Main;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows where a command is a process. */
class ProcessIT {

    private static final long LONGEST_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void aSecondRunOnTheSameStateIsRefused() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.countDown();
            await(answer);
            byte[] bytes = Ics.many(3).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.ics";
            Process first = start("first", builder(feed, "--allow-private-hosts"));
            await(asked);

            Process second = start("second", builder(feed, "--allow-private-hosts"));
            assertThat(exit(second)).isEqualTo(3);
            assertThat(lines("second.out")).isEmpty();
            assertThat(lines("second.err")).singleElement().asString().contains("in use by another run");

            answer.countDown();
            assertThat(exit(first)).isZero();
            assertThat(lines("first.out")).hasSize(4);
        } finally {
            answer.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void whatNobodyReadIsToldByTheNextRun() throws Exception {
        Path feed = Ics.write(folder.resolve("feed.ics"), Ics.many(2000));
        ProcessBuilder unread = builder(feed.toString());
        Process process = unread.redirectError(file("unread.err")).start();
        process.getInputStream().readNBytes(1000);
        process.getInputStream().close();
        assertThat(exit(process)).isEqualTo(1);
        assertThat(lines("unread.err")).singleElement().asString().contains("the output was closed");

        assertThat(exit(start("next", builder(feed.toString())))).isZero();
        assertThat(lines("next.out").stream().filter(line -> line.contains("\"uid\":\"many-1999\"")))
                .hasSize(1);
    }

    @Test
    void theKeyMayComeFromTheEnvironment() throws Exception {
        Path feed = Ics.write(folder.resolve("feed.ics"), Ics.many(3));
        String key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

        ProcessBuilder keyed = builder("env:MY_FEED");
        keyed.environment().put("CALENDARSYNC_KEY", key);
        keyed.environment().put("MY_FEED", feed.toString());
        assertThat(exit(start("keyed", keyed))).isZero();
        assertThat(lines("keyed.out")).hasSize(4);
        assertThat(folder.resolve("state/key")).doesNotExist();

        ProcessBuilder wrong = builder();
        wrong.environment().put("CALENDARSYNC_KEY", "c2hvcnQ=");
        assertThat(exit(start("wrong", wrong))).isEqualTo(2);
        assertThat(lines("wrong.err"))
                .singleElement()
                .asString()
                .contains("CALENDARSYNC_KEY")
                .doesNotContain("c2hvcnQ");
    }

    @Test
    void textIsWrittenInUtf8WhateverTheLocale() throws Exception {
        Path feed = Ics.write(folder.resolve("feed.ics"), Ics.feed(Ics.event("a", "Prüfung 会議")));
        ProcessBuilder plain = builder(feed.toString());
        plain.environment().put("LC_ALL", "C");

        assertThat(exit(start("plain", plain))).isZero();

        assertThat(Cli.parse(lines("plain.out").get(0)).get("title").asText()).isEqualTo("Prüfung 会議");
    }

    private ProcessBuilder builder(String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "feed",
                "sync",
                "--json",
                "--state",
                folder.resolve("state").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command);
    }

    private Process start(String name, ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(file(name + ".out"))
                .redirectError(file(name + ".err"))
                .start();
    }

    private static int exit(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name), UTF_8);
    }
}
