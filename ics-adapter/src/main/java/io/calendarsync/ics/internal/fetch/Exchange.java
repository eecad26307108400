package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.FeedLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One request and its response.
 *
 * @param head the response's head
 * @param body its body, read only if its status is 200
 */
record Exchange(ResponseHead head, Optional<Fetched.Body> body) {

    /** A head does not count as body, but does not come for nothing either. */
    private static final int HEAD_ROOM = 65_536;

    private static final Pattern CHARSET =
            Pattern.compile("(?:^|;)\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:+-]+)", Pattern.CASE_INSENSITIVE);

    static Exchange over(Socket socket, FeedAddress feed, Validators known, String userAgent, FeedLimits limits)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request(feed, known, userAgent).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        CappedInput wire = new CappedInput(socket.getInputStream(), "on the wire", limits.wireBytes() + HEAD_ROOM);
        InputStream in = new BufferedInputStream(wire, 16_384);
        ResponseHead head = ResponseHead.read(in);
        if (head.status() != 200) {
            return new Exchange(head, Optional.empty());
        }
        InputStream framed =
                new CappedInput(BodyFraming.of(head, in, limits.wireBytes()), "in the body", limits.wireBytes());
        byte[] bytes =
                new CappedInput(decoded(head, framed), "after decompression", limits.decodedBytes()).readAllBytes();
        return new Exchange(
                head, Optional.of(new Fetched.Body(bytes, wire.count(), charset(head), Validators.of(head))));
    }

    private static String request(FeedAddress feed, Validators known, String userAgent) {
        StringBuilder request = new StringBuilder(512)
                .append("GET ")
                .append(feed.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(feed.hostHeader())
                .append("\r\nUser-Agent: ")
                .append(userAgent)
                .append("\r\nAccept: text/calendar, */*;q=0.5\r\nAccept-Encoding: gzip\r\nConnection: close\r\n");
        feed.authorization().ifPresent(value -> field(request, "Authorization", value));
        field(request, "If-None-Match", known.etag());
        field(request, "If-Modified-Since", known.lastModified());
        return request.append("\r\n").toString();
    }

    private static void field(StringBuilder request, String name, String value) {
        if (!value.isEmpty()) {
            request.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private static InputStream decoded(ResponseHead head, InputStream framed) throws IOException {
        String coding = String.join(",", head.all("content-encoding"))
                .toLowerCase(Locale.ROOT)
                .strip();
        return switch (coding) {
            case "", "identity" -> framed;
            case "gzip", "x-gzip" -> new GZIPInputStream(framed, 16_384);
            default -> throw new MalformedResponse("a content coding that was not asked for");
        };
    }

    private static Optional<Charset> charset(ResponseHead head) {
        Matcher named = CHARSET.matcher(head.first("content-type").orElse(""));
        return named.find() && isKnown(named.group(1))
                ? Optional.of(Charset.forName(named.group(1)))
                : Optional.empty();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
