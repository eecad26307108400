package io.calendarsync.benchmarks.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Content lines as exporters write them: folded at 75 octets, never within a character, ended by CRLF. */
final class Lines {

    private static final int LONGEST = 75;
    private static final byte[] BREAK = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);

    Lines add(String line) {
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int room = LONGEST;
        while (octets.length - from > room) {
            int to = from + room;
            while (isWithinCharacter(octets[to])) {
                to--;
            }
            bytes.write(octets, from, to - from);
            bytes.writeBytes(BREAK);
            bytes.write(' ');
            from = to;
            room = LONGEST - 1;
        }
        bytes.write(octets, from, octets.length - from);
        bytes.writeBytes(BREAK);
        return this;
    }

    private static boolean isWithinCharacter(byte octet) {
        return (octet & 0xC0) == 0x80;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
