package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.FeedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Status and header fields of a response (RFC 9112 sections 4 and 5).
 *
 * @param status the three digits
 * @param fields by name in lower case, in the order they came
 */
record ResponseHead(int status, Map<String, List<String>> fields) {

    private static final int MOST_BYTES_OF_LINE = 16_384;
    private static final int MOST_FIELDS = 200;
    private static final int MOST_INTERIM = 10;

    /** Reads the head of the final response; interim ones (1xx) are passed over. */
    static ResponseHead read(InputStream in) throws IOException {
        for (int i = 0; i <= MOST_INTERIM; i++) {
            ResponseHead head = readOne(in);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new MalformedResponse("no final response");
    }

    /** Returns the head of a response, whoever read it. */
    static ResponseHead of(FeedResponse response) {
        Map<String, List<String>> fields = new HashMap<>();
        response.headers().forEach((name, values) -> {
            // HttpURLConnection lists the status line under no name.
            if (Objects.nonNull(name) && Objects.nonNull(values)) {
                fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>(1))
                        .addAll(values);
            }
        });
        return new ResponseHead(response.status(), fields);
    }

    /** Returns the first field of a name, given in lower case. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns all fields of a name, given in lower case. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static ResponseHead readOne(InputStream in) throws IOException {
        int status = status(readLine(in));
        Map<String, List<String>> fields = new HashMap<>();
        int count = 0;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (++count > MOST_FIELDS) {
                throw new MalformedResponse("too many header fields");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.computeIfAbsent(name, none -> new ArrayList<>(1))
                        .add(line.substring(colon + 1).strip());
            }
        }
        return new ResponseHead(status, fields);
    }

    private static int status(String line) throws MalformedResponse {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new MalformedResponse("no HTTP status line");
        }
        return Integer.parseInt(line, 9, 12, 10);
    }

    /** Returns a line without its end, which may be LF alone. */
    static String readLine(InputStream in) throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new MalformedResponse("the connection was closed within the answer's head");
            }
            if (length == MOST_BYTES_OF_LINE) {
                throw new MalformedResponse("a header line is too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) b;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }
}
