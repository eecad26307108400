package io.calendarsync.ics.internal.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out what a feed is written in: the charset its sender declares, else strict UTF-8, and what is not that,
 * windows-1252, which reads any bytes and is what most mislabelled feeds are in. That is told line by line: one bad byte
 * says nothing about all the others.
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

    /** Returns the declared charset if it reads the lines and they are not in UTF-8. */
    static Optional<Charset> narrow(Unfolding.Bytes lines, Optional<Charset> declared) {
        return declared.filter(charset -> !isUnicode(charset) && reads(charset, lines))
                .map(Charsets::asMeant);
    }

    /**
     * Lines of which some had to be guessed at.
     *
     * @param lines in UTF-8
     * @param guessed where each of those begins, in order
     */
    record Guessed(Unfolding.Bytes lines, int[] guessed) {}

    /** Returns lines in UTF-8: those that are stay as they are, the others are taken for windows-1252. */
    static Guessed guessed(Unfolding.Bytes lines) {
        IntStream.Builder guessed = IntStream.builder();
        byte[] in = lines.array();
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length() + lines.length() / 8);
        for (int from = 0; from < lines.length(); ) {
            int until = from;
            while (until < lines.length() && in[until] != '\n') {
                until++;
            }
            int end = Math.min(until + 1, lines.length());
            if (Utf8.isValid(in, from, end)) {
                out.write(in, from, end - from);
            } else {
                guessed.add(out.size());
                out.writeBytes(new String(in, from, end - from, WINDOWS_1252).getBytes(StandardCharsets.UTF_8));
            }
            from = end;
        }
        Unfolding.Bytes read = new Unfolding.Bytes(out.toByteArray(), out.size());
        return new Guessed(read, guessed.build().toArray());
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
