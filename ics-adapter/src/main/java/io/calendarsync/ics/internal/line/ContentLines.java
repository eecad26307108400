package io.calendarsync.ics.internal.line;

import org.jspecify.annotations.Nullable;

/** Reads the content lines of unfolded text, one at a time. */
public final class ContentLines implements ContentLineSource {

    private final byte[] text;
    private final int until;
    private final int mostBytes;
    private int at;
    private int passedOver;

    ContentLines(byte[] text, int from, int until, int mostBytes) {
        this.text = text;
        this.at = from;
        this.until = until;
        this.mostBytes = mostBytes;
    }

    @Override
    public @Nullable ContentLine next() {
        while (at < until) {
            int start = at;
            int end = start;
            while (end < until && text[end] != '\n') {
                end++;
            }
            at = end + 1;
            ContentLine line = parse(start, end);
            if (line != null) {
                return line;
            }
            passedOver++;
        }
        return null;
    }

    @Override
    public int position() {
        return Math.min(at, until);
    }

    /** Returns how many lines were no content lines so far. */
    public int passedOver() {
        return passedOver;
    }

    private @Nullable ContentLine parse(int start, int lineEnd) {
        boolean cut = lineEnd - start > mostBytes;
        int end = cut ? characterStart(start + mostBytes) : lineEnd;
        int nameEnd = start;
        while (nameEnd < end && isNameByte(text[nameEnd])) {
            nameEnd++;
        }
        if (nameEnd == start || nameEnd == end) {
            return null;
        }
        int colon = text[nameEnd] == ':' ? nameEnd : text[nameEnd] == ';' ? valueColon(nameEnd, end) : -1;
        if (colon < 0) {
            return null;
        }
        return new ContentLine(text, start, nameEnd, colon, end, cut);
    }

    /** Returns the colon before the value; one within a quoted parameter is none, unless the quote never ends. */
    private int valueColon(int from, int end) {
        boolean quoted = false;
        for (int i = from; i < end; i++) {
            if (text[i] == '"') {
                quoted = !quoted;
            } else if (text[i] == ':' && !quoted) {
                return i;
            }
        }
        for (int i = from; i < end; i++) {
            if (text[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    private int characterStart(int end) {
        int start = end;
        while (start > 0 && (text[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private static boolean isNameByte(byte b) {
        int upper = Names.upper(b);
        return (upper >= 'A' && upper <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_' || b == '.';
    }
}
