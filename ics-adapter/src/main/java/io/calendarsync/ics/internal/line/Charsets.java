package io.calendarsync.ics.internal.line;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what a feed is written in: the charset its sender declares, else strict UTF-8, else windows-1252, which
 * reads any bytes and is what most mislabelled feeds are in.
 */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    /** Returns the charset if its line ends are not single bytes, so that it has to be decoded before unfolding. */
    static Optional<Charset> wide(byte[] body, Optional<Charset> declared) {
        if (startsWith(body, 0xFF, 0xFE) || startsWith(body, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return declared.filter(
                charset -> charset.name().toUpperCase(Locale.ROOT).matches("(X-)?UTF-(16|32).*"));
    }

    /** Returns what to decode lines from, absent where they are in UTF-8 already. */
    static Optional<Charset> narrow(Unfolding.Bytes lines, Optional<Charset> declared) {
        if (declared.isPresent() && !isUnicode(declared.get()) && reads(declared.get(), lines)) {
            return declared.map(Charsets::asMeant);
        }
        return Utf8.isValid(lines.array(), lines.length()) ? Optional.empty() : Optional.of(WINDOWS_1252);
    }

    static byte[] transcode(byte[] bytes, int length, Charset from) {
        return new String(bytes, 0, length, from).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUnicode(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    /** Nobody means the control characters that ISO 8859-1 has where windows-1252 has quotes and dashes. */
    private static Charset asMeant(Charset declared) {
        return declared.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : declared;
    }

    private static boolean reads(Charset charset, Unfolding.Bytes lines) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(lines.array(), 0, lines.length()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] body, int first, int second) {
        return body.length >= 2 && body[0] == (byte) first && body[1] == (byte) second;
    }
}
