package io.calendarsync.ics.internal.line;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a feed: unfolded, in UTF-8, ended by LF, none empty. Immutable.
 */
public final class FeedText {

    private final byte[] bytes;
    private final int length;
    private final int[] guessed;

    private FeedText(byte[] bytes, int length, int... guessed) {
        this.bytes = bytes;
        this.length = length;
        this.guessed = guessed;
    }

    /**
     * Reads a body.
     *
     * @param body as sent, decompressed; used up, so that a large feed is in memory once
     * @param declared the charset the sender names, where it names one that is known
     */
    public static FeedText consuming(byte[] body, Optional<Charset> declared) {
        Optional<Charset> wide = Charsets.wide(body, declared);
        if (wide.isPresent()) {
            Unfolding.Bytes lines = Unfolding.unfold(Charsets.transcode(body, body.length, wide.get()));
            return new FeedText(lines.array(), lines.length());
        }
        Unfolding.Bytes lines = Unfolding.unfold(body);
        Optional<Charset> narrow = Charsets.narrow(lines, declared);
        if (narrow.isPresent()) {
            byte[] decoded = Charsets.transcode(lines.array(), lines.length(), narrow.get());
            return new FeedText(decoded, decoded.length);
        }
        if (Utf8.isValid(lines.array(), 0, lines.length())) {
            return new FeedText(lines.array(), lines.length());
        }
        Charsets.Guessed guessed = Charsets.guessed(lines);
        return new FeedText(guessed.lines().array(), guessed.lines().length(), guessed.guessed());
    }

    /** Returns whether some lines were neither in the declared charset nor in UTF-8, so that one had to be assumed. */
    public boolean isCharsetGuessed() {
        return guessed.length > 0;
    }

    /** Returns whether that holds of a line between two offsets of lines. */
    public boolean isCharsetGuessed(int from, int until) {
        int at = Arrays.binarySearch(guessed, from);
        int next = at < 0 ? -at - 1 : at;
        return next < guessed.length && guessed[next] < until;
    }

    /** Returns the number of bytes of all lines. */
    public int length() {
        return length;
    }

    /** Returns whether the first line is this one, ASCII case and blanks at the ends aside. */
    public boolean startsWith(String line) {
        int end = 0;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end < line.length() + 64 && ascii(0, end).strip().equalsIgnoreCase(line);
    }

    /** Returns what the text begins with, for people: printable ASCII, at most as long as asked for. */
    public String beginning(int most) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < length && shown.length() < most; i++) {
            shown.append(bytes[i] > ' ' && bytes[i] < 0x7f ? (char) bytes[i] : ' ');
        }
        return shown.toString().strip();
    }

    /** Returns all lines. */
    public ContentLines lines(int mostBytes) {
        return new ContentLines(bytes, 0, length, mostBytes);
    }

    /** Returns the lines between two offsets of lines. */
    public ContentLines lines(int from, int until, int mostBytes) {
        return new ContentLines(bytes, from, until, mostBytes);
    }

    private String ascii(int from, int until) {
        return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
    }
}
