package io.calendarsync.examples.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.calendarsync.examples.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The API as it answers, with nothing of the library or of Google's client in between. Confined to one thread. */
final class LiveApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI root;
    private final String token;

    LiveApi(URI root, String accessToken) {
        this.root = root.resolve("calendar/v3/");
        this.token = accessToken;
    }

    /** Returns the same with another token. */
    LiveApi withToken(String other) {
        return new LiveApi(root.resolve("/"), other);
    }

    /** Returns a part of a path or query, encoded. */
    static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }

    Reply get(String path) {
        return send("GET", path, "", "", "");
    }

    Reply getUnless(String path, String etag) {
        return send("GET", path, "", "If-None-Match", etag);
    }

    Reply post(String path, String json) {
        return send("POST", path, json, "", "");
    }

    Reply put(String path, String json) {
        return send("PUT", path, json, "", "");
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json, "", "");
    }

    Reply patchIf(String path, String json, String etag) {
        return send("PATCH", path, json, "If-Match", etag);
    }

    Reply delete(String path) {
        return send("DELETE", path, "", "", "");
    }

    private Reply send(String method, String path, String json, String header, String value) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!header.isEmpty()) {
            request.header(header, value);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), parsed(answer.body()));
        } catch (IOException e) {
            throw Refusal.unreadable("the server does not answer (" + method + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unreadable("interrupted");
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
