package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.calendarsync.examples.Cli;
import io.calendarsync.examples.Ics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateHostsTest {

    @TempDir
    Path folder;

    private HttpServer server;
    private volatile String body = Ics.many(50);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/secret-4711/feed.ics", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-4711/feed.ics";
    }

    @Test
    void aPrivateHostIsRefusedUnlessItIsAllowed() {
        Cli refused = Cli.run("feed", "sync", address(), "--state", folder, "--json");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.items()).isEmpty();
        assertThat(refused.err()).singleElement().asString().contains("not on the public Internet");

        Cli allowed = Cli.run("feed", "sync", address(), "--state", folder, "--json", "--allow-private-hosts");
        assertThat(allowed.exit()).isZero();
        assertThat(allowed.items()).hasSize(50);
        assertThat(Cli.run("feed", "sync", address(), "--state", folder).exit())
                .as("what is kept was allowed")
                .isZero();
        assertThat(Cli.run("feed", "sync", "--state", folder).exit()).isZero();
        assertThat(Cli.run("feed", "sync", address() + "?other", "--state", folder)
                        .exit())
                .as("another feed of the host was not")
                .isEqualTo(3);
    }

    @Test
    void aRedirectToAHostThatWasNotNamedIsRefused() {
        String other = address().replace("127.0.0.1", "localhost");
        server.createContext("/moved.ics", exchange -> {
            exchange.getResponseHeaders().add("Location", other);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        String moved = address().replace("/secret-4711/feed.ics", "/moved.ics");

        Cli refused = Cli.run("feed", "sync", moved, "--state", folder, "--allow-private-hosts");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).singleElement().asString().contains("not on the public Internet");
        assertThat(Cli.run("feed", "sync", moved, other, "--state", folder, "--allow-private-hosts")
                        .exit())
                .as("both hosts are named")
                .isZero();
    }

    @Test
    void aNameNeverLeadsToALinkLocalAddress() throws IOException {
        InetAddress metadata = InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254});

        assertThat(new NamedHosts(Set.of("feeds.example")).permits("feeds.example", metadata))
                .isFalse();
        assertThat(new NamedHosts(Set.of("feeds.example")).permits("feeds.example", InetAddress.getByName("fe80::1")))
                .isFalse();
        assertThat(new NamedHosts(Set.of("169.254.169.254")).permits("169.254.169.254", metadata))
                .isTrue();
    }

    @Test
    void theAddressIsPrintedNowhere() {
        Cli synced = Cli.run("feed", "sync", address(), "--state", folder, "--json", "--allow-private-hosts");
        body = "<html>";
        Cli failed = Cli.run("feed", "sync", address(), "--state", folder, "--allow-private-hosts");
        Cli health = Cli.run("feed", "health", "--state", folder, "--json");

        assertThat(synced + " " + failed + " " + health).contains("127.0.0.1").doesNotContain("secret-4711");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(health.exit()).isEqualTo(3);
    }

    @Test
    void aDecisionReadsAHostAgainThatWasAllowed() {
        Cli.run("feed", "sync", address(), "--state", folder, "--allow-private-hosts");
        body = Ics.many(5);
        assertThat(Cli.run("feed", "sync", address(), "--state", folder, "--allow-private-hosts")
                        .exit())
                .isEqualTo(4);

        Cli confirmed = Cli.run("feed", "confirm", "--state", folder, "--json");

        assertThat(confirmed.exit()).isZero();
        assertThat(confirmed.items()).hasSize(45);
        assertThat(Cli.run("feed", "health", "--state", folder).exit()).isZero();
    }

    @Test
    void instancesOfAPrivateHostNeedTheFlagToo() {
        Object[] args = {"feed", "instances", address(), "--from", "2027-01-01", "--to", "2028-01-01"};
        assertThat(Cli.run(args).exit()).isEqualTo(3);
    }
}
