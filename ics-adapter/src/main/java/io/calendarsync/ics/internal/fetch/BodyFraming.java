package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Finds where a body ends (RFC 9112 section 6.3). */
final class BodyFraming {

    private BodyFraming() {}

    /** Returns the body alone; ends where it ends, fails if the connection ends before. */
    static InputStream of(ResponseHead head, InputStream in, long mostBytes) throws IOException {
        List<String> codings = head.all("transfer-encoding");
        if (!codings.isEmpty()) {
            if (!String.join(",", codings).toLowerCase(Locale.ROOT).strip().equals("chunked")) {
                throw new MalformedResponse("an unknown transfer coding");
            }
            return new ChunkedInput(in);
        }
        List<String> lengths = head.all("content-length").stream().distinct().toList();
        return lengths.isEmpty() ? in : new FixedLengthInput(in, length(lengths, mostBytes));
    }

    private static long length(List<String> lengths, long mostBytes) throws IOException {
        if (lengths.size() > 1 || !lengths.get(0).matches("\\d{1,18}")) {
            throw new MalformedResponse("a content length that is none");
        }
        long length = Long.parseLong(lengths.get(0));
        if (length > mostBytes) {
            throw new TooMuch("more than " + mostBytes + " bytes announced");
        }
        return length;
    }
}
