package io.calendarsync.sandbox.google.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a request: gzip and chunked bodies, and the method override of clients whose transport has no PATCH. */
final class Reading {

    private static final int LARGEST = 20_000_000;

    private Reading() {}

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        URI uri = exchange.getRequestURI();
        String path = Optional.ofNullable(uri.getRawPath()).orElse("/");
        Query query = Query.parse(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        String method = exchange.getRequestMethod();
        if (method.equals("POST")) {
            method = headers.getOrDefault("x-http-method-override", method).toUpperCase(Locale.ROOT);
        }
        return new Request(method, path, segments(path), query, Map.copyOf(headers), body(exchange, headers));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decoded(segment));
            }
        }
        return List.copyOf(segments);
    }

    /** Percent-decoding of a path: a plus sign is a plus sign. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = segment.getBytes(UTF_8);
        for (int at = 0; at < text.length; at++) {
            int high = at + 2 < text.length && text[at] == '%' ? Character.digit(text[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text[at + 2], 16);
            if (low < 0) {
                bytes.write(text[at]);
            } else {
                bytes.write(high * 16 + low);
                at += 2;
            }
        }
        return bytes.toString(UTF_8);
    }

    private static byte[] body(HttpExchange exchange, Map<String, String> headers) throws IOException {
        try (InputStream raw = exchange.getRequestBody();
                InputStream in =
                        "gzip".equalsIgnoreCase(headers.get("content-encoding")) ? new GZIPInputStream(raw) : raw) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw ApiException.of(413, "global", "uploadTooLarge", "Request Too Large");
            }
            return body;
        }
    }
}
