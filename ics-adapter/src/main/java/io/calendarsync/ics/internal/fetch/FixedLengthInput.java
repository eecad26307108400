package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a connection; fewer are a failure, not an end. Not thread-safe. */
final class FixedLengthInput extends InputStream {

    private final InputStream in;
    private long left;

    FixedLengthInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    boolean isAtEnd() {
        return left == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new MalformedResponse("the connection was closed " + left + " bytes before the end of the answer");
        }
        left -= read;
        return read;
    }
}
