package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.io.InputStream;

/** A body sent in chunks (RFC 9112 section 7.1); extensions and trailers are passed over. Not thread-safe. */
final class ChunkedInput extends InputStream {

    private static final int MOST_TRAILERS = 200;

    private final InputStream in;
    private FixedLengthInput chunk;
    private boolean begun;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
        this.chunk = new FixedLengthInput(in, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (chunk.isAtEnd() && !ended) {
            nextChunk();
        }
        return ended ? -1 : chunk.read(buffer, offset, length);
    }

    private void nextChunk() throws IOException {
        if (begun && !ResponseHead.readLine(in).isEmpty()) {
            throw new MalformedResponse("a chunk longer than it says");
        }
        begun = true;
        String line = ResponseHead.readLine(in);
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new MalformedResponse("a chunk without a size");
        }
        chunk = new FixedLengthInput(in, Long.parseLong(size, 16));
        if (chunk.isAtEnd()) {
            passOverTrailers();
            ended = true;
        }
    }

    private void passOverTrailers() throws IOException {
        for (int i = 0; i < MOST_TRAILERS; i++) {
            if (ResponseHead.readLine(in).isEmpty()) {
                return;
            }
        }
        throw new MalformedResponse("too many trailers");
    }
}
