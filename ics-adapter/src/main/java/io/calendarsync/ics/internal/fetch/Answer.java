package io.calendarsync.ics.internal.fetch;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.FeedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered to one request.
 *
 * @param head the response's head
 * @param body its body, read only if its status is 200
 */
record Answer(ResponseHead head, Optional<Fetched.Body> body) {

    private static final Pattern CHARSET =
            Pattern.compile("(?:^|;)\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:+-]+)", Pattern.CASE_INSENSITIVE);

    /** Reads it to its end, or as far as the limits and the deadline allow. */
    static Answer read(FeedResponse response, FeedLimits limits, Deadline deadline) throws IOException {
        ResponseHead head = ResponseHead.of(response);
        if (head.status() != 200) {
            return new Answer(head, Optional.empty());
        }
        CappedInput wire =
                new CappedInput(new DeadlineInput(response.body(), deadline), "in the body", limits.wireBytes());
        InputStream decoded = decoded(head, wire);
        byte[] bytes = WholeBody.read(
                new CappedInput(decoded, "after decompression", limits.decodedBytes()),
                decoded == wire ? announced(head, limits) : 0);
        return new Answer(head, Optional.of(new Fetched.Body(bytes, wire.count(), charset(head), Validators.of(head))));
    }

    private static long announced(ResponseHead head, FeedLimits limits) {
        return head.first("content-length")
                .filter(digits -> digits.matches("\\d{1,10}"))
                .map(Long::parseLong)
                .filter(length -> length <= limits.decodedBytes())
                .orElse(0L);
    }

    private static InputStream decoded(ResponseHead head, InputStream wire) throws IOException {
        String coding = String.join(",", head.all("content-encoding"))
                .toLowerCase(Locale.ROOT)
                .strip();
        return switch (coding) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> new GZIPInputStream(wire, 16_384);
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
