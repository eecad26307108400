package io.calendarsync.ics.internal.line;

import java.util.Arrays;

/**
 * Joins folded lines (RFC 5545 section 3.1) on bytes, before anything is decoded: a fold may lie within a character.
 *
 * <p>CRLF, LF and CR end a line. Empty lines vanish, also between a line and its continuation, which is what a feed
 * looks like whose line ends were converted twice. A byte order mark at the start of any line vanishes: that is where
 * files were joined.
 */
final class Unfolding {

    private Unfolding() {}

    /**
     * Returns the unfolded lines, each non-empty and ended by LF. They are written over what has been read, which is never
     * shorter: a large feed is in memory once.
     */
    static Bytes unfold(byte[] body) {
        byte[] in = endsALine(body) ? body : Arrays.copyOf(body, body.length + 1);
        byte[] out = in;
        int filled = 0;
        int at = 0;
        while (at < body.length) {
            int end = endOfLine(in, at, body.length);
            if (end > at) {
                boolean continues = filled > 0 && isBlank(in[at]);
                int from = continues ? at + 1 : at + markLength(in, at, end);
                if (continues) {
                    filled--;
                }
                System.arraycopy(in, from, out, filled, end - from);
                filled += end - from;
                if (continues || from < end) {
                    out[filled++] = '\n';
                }
            }
            at = end + 1;
        }
        return new Bytes(out, filled);
    }

    private static boolean endsALine(byte[] body) {
        return body.length == 0 || body[body.length - 1] == '\n' || body[body.length - 1] == '\r';
    }

    private static int endOfLine(byte[] in, int from, int length) {
        int at = from;
        while (at < length && in[at] != '\n' && in[at] != '\r') {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int markLength(byte[] in, int from, int end) {
        boolean marked = end - from >= 3
                && in[from] == (byte) 0xEF
                && in[from + 1] == (byte) 0xBB
                && in[from + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /**
     * A filled part of an array, from its beginning.
     *
     * @param array not copied
     * @param length how much of it is filled
     */
    record Bytes(byte[] array, int length) {}
}
