package io.calendarsync.ics.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Gathers a body into one array, of the length that was announced where it is true: gathered in pieces it would be in
 * memory twice in the end.
 */
final class WholeBody {

    /** So much has to arrive before an announcement is believed. */
    private static final int FIRST = 1 << 20;

    /** The longest array every virtual machine can make. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private WholeBody() {}

    /**
     * Reads a stream to its end.
     *
     * @param announced how much it is said to give; 0 where nobody says
     */
    static byte[] read(InputStream in, long announced) throws IOException {
        byte[] body = in.readNBytes(FIRST);
        int filled = body.length;
        if (filled < FIRST) {
            return body;
        }
        int next = in.read();
        for (int room = room(announced); next >= 0; room = longer(room)) {
            if (filled == MOST) {
                throw new TooMuch("more bytes than an array can hold");
            }
            body = Arrays.copyOf(body, room);
            body[filled++] = (byte) next;
            filled += in.readNBytes(body, filled, room - filled);
            next = filled == room ? in.read() : -1;
        }
        return filled == body.length ? body : Arrays.copyOf(body, filled);
    }

    private static int room(long announced) {
        return announced > FIRST && announced <= MOST ? (int) announced : 2 * FIRST;
    }

    private static int longer(int room) {
        return (int) Math.min(MOST, room + (long) room / 2);
    }
}
