package io.calendarsync.ics.internal.write;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes URI values (RFC 5545 section 3.3.13). Characters no URI may hold, as people's links often do, are
 * percent-encoded; what is no URI even so cannot be written.
 */
final class UriValue {

    private UriValue() {}

    static Optional<String> of(String link) {
        String bare = link.strip();
        return bare.isEmpty() ? Optional.empty() : checked(bare).or(() -> checked(encoded(bare)));
    }

    private static Optional<String> checked(String text) {
        try {
            return Optional.of(new URI(text).toString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        int fragment = text.indexOf('#');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean escape = c == '%' && isHex(text, i + 1) && isHex(text, i + 2);
            if (escape || (isLegal(c) && (c != '#' || i == fragment))) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(hex(b >> 4)).append(hex(b));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    /** Brackets are legal in an address of IPv6 only, where no link that needs encoding has them. */
    private static boolean isLegal(int c) {
        return c < 0x80
                ? Character.isLetterOrDigit(c) || "-._~:/?#@!$&'()*+,;=".indexOf(c) >= 0
                : !Character.isISOControl(c) && !Character.isSpaceChar(c);
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xF, 16));
    }
}
