package io.calendarsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Google's own description of the API, kept beside the checkout. */
final class Discovery {

    private static final Optional<Discovery> FOUND = find();

    private final JsonNode document;
    private final List<Method> methods = new ArrayList<>();

    private Discovery(JsonNode document) {
        this.document = document;
        document.path("resources").forEach(resource -> resource.path("methods").forEach(this::add));
    }

    static Optional<Discovery> found() {
        return FOUND;
    }

    private static Optional<Discovery> find() {
        String shared = System.getProperty("calendarsync.shared", "../../../shared");
        Path file = Path.of(shared, "data", "google", "calendar-v3-discovery.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Discovery(new ObjectMapper().readTree(file.toFile())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(JsonNode method) {
        String path = method.path("path").asText().replaceAll("\\{[^}]+}", "[^/]+");
        methods.add(new Method(
                method.path("httpMethod").asText(),
                Pattern.compile("/calendar/v3/" + path),
                method.path("response").path("$ref").asText()));
    }

    /** Returns the name of the schema of an answer, empty where it has no body. */
    Optional<String> response(String method, String path) {
        return methods.stream()
                .filter(known ->
                        known.verb.equals(method) && known.path.matcher(path).matches())
                // What has no variables is meant before what has: events/import is no event.
                .max((one, other) -> Boolean.compare(
                        !one.path.pattern().endsWith("[^/]+"),
                        !other.path.pattern().endsWith("[^/]+")))
                .map(known -> known.response);
    }

    JsonNode schema(String name) {
        return document.path("schemas").path(name);
    }

    private record Method(String verb, Pattern path, String response) {}
}
