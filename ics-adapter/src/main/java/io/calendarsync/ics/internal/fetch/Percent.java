package io.calendarsync.ics.internal.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986 section 2.1); unlike that of forms, a plus sign stays one. */
final class Percent {

    private Percent() {}

    /** Returns the text an ASCII text stands for; a percent sign that encodes nothing stands for itself. */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            boolean escape = c == '%' && isHex(encoded, i + 1);
            bytes.write(escape ? Integer.parseInt(encoded, i + 1, i + 3, 16) : c);
            i += escape ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int at) {
        return at + 2 <= text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
