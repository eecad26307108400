package io.calendarsync.examples.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.calendarsync.examples.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which server is meant. */
public final class Servers {

    private static final String ID = "CALENDARSYNC_GOOGLE_CLIENT_ID";
    private static final String SECRET = "CALENDARSYNC_GOOGLE_CLIENT_SECRET";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Servers() {}

    /** Returns one that is never asked anything. */
    static Server nobody() {
        return new Server("", "", Server.GOOGLE, Server.GOOGLE_AUTH, Server.GOOGLE_TOKEN, false);
    }

    /**
     * Returns the server that was named, or the one that is kept.
     *
     * @param needsClient whether nothing can be done without the application's id
     * @throws Refusal if none was named
     */
    static Server find(
            GoogleOptions options, Map<String, String> environment, Optional<Server> kept, boolean needsClient) {
        if (options.sandbox) {
            return options.root == null ? Server.EMBEDDED : sandboxAt(options.root);
        }
        if (!options.isSaid() && kept.isPresent()) {
            return kept.get();
        }
        return named(options, environment, kept, needsClient);
    }

    /** Returns the server that was named. */
    public static Server named(GoogleOptions options, Map<String, String> environment) {
        return find(options, environment, Optional.empty(), true);
    }

    private static Server named(
            GoogleOptions options, Map<String, String> environment, Optional<Server> remembered, boolean needsClient) {
        Optional<Server> kept = remembered.filter(server -> !server.isSandbox());
        Optional<JsonNode> file = Optional.ofNullable(options.clientFile).map(Servers::downloaded);
        String id = file.map(read -> read.path("client_id").asText())
                .or(() -> Optional.ofNullable(environment.get(ID)))
                .or(() -> kept.map(Server::clientId))
                .orElse("");
        String secret = file.map(read -> read.path("client_secret").asText())
                .or(() -> Optional.ofNullable(environment.get(SECRET)))
                .or(() -> kept.map(Server::clientSecret))
                .orElse("");
        if (needsClient && id.isEmpty()) {
            throw Refusal.usage("no client is given: --client-file FILE, or " + ID + " and " + SECRET
                    + ", or --sandbox for a stand-in");
        }
        return new Server(
                id,
                secret,
                slashed(chosen(options.root, kept.map(Server::root), Server.GOOGLE)),
                web(chosen(options.auth, kept.map(Server::auth), Server.GOOGLE_AUTH)),
                web(chosen(options.token, kept.map(Server::token), Server.GOOGLE_TOKEN)),
                false);
    }

    private static URI chosen(@Nullable URI said, Optional<URI> kept, URI otherwise) {
        return Objects.requireNonNullElseGet(said, () -> kept.orElse(otherwise));
    }

    private static URI slashed(URI root) {
        return web(root.toString().endsWith("/") ? root : URI.create(root + "/"));
    }

    private static URI web(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getRawQuery() != null) {
            throw Refusal.usage("an address of http or https without a query is wanted: " + address);
        }
        return address;
    }

    /** Reads the file of the console: what it says is under the kind of the client, {@code installed} or {@code web}. */
    private static JsonNode downloaded(Path file) {
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(file));
            for (JsonNode candidate : new JsonNode[] {read.path("installed"), read.path("web"), read}) {
                if (candidate.path("client_id").isTextual()) {
                    return candidate;
                }
            }
        } catch (IOException e) {
            throw Refusal.usage("the client file cannot be read, or is no JSON");
        }
        throw Refusal.usage("the client file names no client_id: download it from the console once more");
    }

    /** Asks a sandbox for its addresses and its client. */
    private static Server sandboxAt(URI root) {
        try {
            URI control = slashed(root).resolve("sandbox");
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(HttpRequest.newBuilder(control).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            JsonNode facts = JSON.readTree(answer.body());
            if (facts.path("clientId").isTextual()) {
                return new Server(
                        facts.path("clientId").asText(),
                        facts.path("clientSecret").asText(),
                        slashed(root),
                        URI.create(facts.path("authUrl").asText()),
                        URI.create(facts.path("tokenUrl").asText()),
                        true);
            }
        } catch (IOException e) {
            // Said below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.unreadable("no sandbox answers at " + root + ": start one with examples/run sandbox");
    }
}
