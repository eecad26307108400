package io.calendarsync.sandbox.google.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes an answer: whole, slowly, or only the first half of it. */
final class Writing {

    private static final int BUFFER = 1 << 16;

    private static final int STEPS = 10;

    private Writing() {}

    /** Google packs an answer only if the user agent says gzip too. */
    static boolean wantsGzip(Request request) {
        return says(request, "Accept-Encoding") && says(request, "User-Agent");
    }

    private static boolean says(Request request, String header) {
        return request.header(header).orElse("").toLowerCase(Locale.ROOT).contains("gzip");
    }

    static void whole(HttpExchange exchange, Answer answer, boolean gzip) throws IOException {
        Answer packed = gzip && answer.length() > 0 ? packed(answer) : answer;
        begin(exchange, packed);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER)) {
            for (byte[] piece : packed.body()) {
                out.write(piece);
            }
        }
    }

    /** Sends nothing for a while, then everything at once. */
    static void late(HttpExchange exchange, Answer answer, long millis) throws IOException {
        if (paused(millis)) {
            whole(exchange, answer, false);
        }
    }

    /** Sends the head at once and the body in ten steps that take the given time together. */
    static void slowly(HttpExchange exchange, Answer answer, long millis) throws IOException {
        byte[] body = answer.joined();
        if (body.length == 0) {
            late(exchange, answer, millis);
            return;
        }
        begin(exchange, answer);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int step = 0; step < STEPS && paused(millis / STEPS); step++) {
                int from = (int) ((long) body.length * step / STEPS);
                int to = (int) ((long) body.length * (step + 1) / STEPS);
                out.write(body, from, to - from);
                out.flush();
            }
        }
    }

    private static boolean paused(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Promises the whole body, sends half of it and cuts the connection. */
    static void half(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.joined();
        // An answer without a body has no middle.
        if (body.length > 1) {
            begin(exchange, answer);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    /** Sends half of the body as if it were the whole. */
    static void truncated(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.joined();
        whole(exchange, answer.withBody(Arrays.copyOf(body, body.length / 2)), false);
    }

    private static void begin(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long length = answer.length();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    }

    private static Answer packed(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        try (OutputStream out = new FastGzip(bytes)) {
            for (byte[] piece : answer.body()) {
                out.write(piece);
            }
        }
        return answer.withBody(bytes.toByteArray())
                .with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding");
    }

    /** Speed counts here, not the last percent. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
