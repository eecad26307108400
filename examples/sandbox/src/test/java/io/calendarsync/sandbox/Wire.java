package io.calendarsync.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plain client of the sandbox. It holds every answer of the calendar API against Google's schema. */
final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final GoogleSandbox sandbox;
    private final String token;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean checking = true;

    Wire(GoogleSandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    /** A client of somebody who has agreed to everything. */
    static Wire of(GoogleSandbox sandbox, String email) {
        return new Wire(sandbox, sandbox.user(email).consent("calendar").accessToken());
    }

    /** Returns the same client with a header. */
    Wire with(String name, String value) {
        Wire other = new Wire(sandbox, token);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        other.checking = checking;
        return other;
    }

    /** Returns the same client, which takes what no schema knows. */
    Wire unchecked() {
        Wire other = with("x-any", "");
        other.headers.remove("x-any");
        other.checking = false;
        return other;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String body) {
        try {
            return sendOrFail(method, path, body);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Sends to the calendar API, or to anything if the path begins with a slash. */
    Reply sendOrFail(String method, String path, String body) throws IOException {
        URI uri = sandbox.rootUrl().resolve(path.startsWith("/") ? path : "calendar/v3/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Reply reply = new Reply(response.statusCode(), response, new String(response.body(), UTF_8));
            check(method, uri.getRawPath(), reply);
            return reply;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void check(String method, String path, Reply reply) {
        if (!checking || reply.status() != 200 || !path.startsWith("/calendar/")) {
            return;
        }
        Discovery.found().ifPresent(discovery -> {
            String schema = discovery.response(method, path).orElseThrow(() -> new AssertionError(path));
            assertThat(SchemaCheck.complaints(discovery, schema, reply.json()))
                    .as("%s %s", method, path)
                    .isEmpty();
        });
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    record Reply(int status, HttpResponse<byte[]> http, String text) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException malformed) {
                throw new AssertionError(text, malformed);
            }
        }

        /** The body of an answer that must have gone well. */
        JsonNode fine() {
            assertThat(status).as(text).isEqualTo(200);
            return json();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** Status and reason, as {@code 410 fullSyncRequired}. */
        String refusal() {
            return status + " "
                    + json().path("error").path("errors").path(0).path("reason").asText();
        }
    }
}
