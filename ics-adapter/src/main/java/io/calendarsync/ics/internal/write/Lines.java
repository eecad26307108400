package io.calendarsync.ics.internal.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes content lines (RFC 5545 section 3.1) in UTF-8: folded at 75 octets between characters, ended by CRLF. The one
 * place where bytes leave: a character that would end a line, or that no line may hold, is dropped here whatever came
 * before. Confined to one thread.
 */
final class Lines {

    private static final int MOST_OCTETS = 75;
    private static final byte[] END = {'\r', '\n'};
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private final OutputStream out;

    Lines(OutputStream out) {
        this.out = out;
    }

    void begin(String component) throws IOException {
        write("BEGIN:" + component);
    }

    void end(String component) throws IOException {
        write("END:" + component);
    }

    void write(String line) throws IOException {
        byte[] bytes = withoutControls(line).getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int room = MOST_OCTETS;
        while (bytes.length - from > room) {
            int until = characterStart(bytes, from + room);
            out.write(bytes, from, until - from);
            out.write(FOLD);
            from = until;
            room = MOST_OCTETS - 1;
        }
        out.write(bytes, from, bytes.length - from);
        out.write(END);
    }

    /** Returns the beginning of the character that an octet belongs to. */
    private static int characterStart(byte[] bytes, int at) {
        int start = at;
        while ((bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private static String withoutControls(String line) {
        int at = 0;
        while (at < line.length() && !mustNotBe(line.charAt(at))) {
            at++;
        }
        if (at == line.length()) {
            return line;
        }
        StringBuilder clean = new StringBuilder(line.length()).append(line, 0, at);
        for (int i = at; i < line.length(); i++) {
            if (!mustNotBe(line.charAt(i))) {
                clean.append(line.charAt(i));
            }
        }
        return clean.toString();
    }

    /** Line separators too: programs that split text at them would see a line of a stranger's making. */
    private static boolean mustNotBe(char c) {
        return (c < ' ' && c != '\t') || c == 0x7f || LineBreaks.is(c);
    }
}
