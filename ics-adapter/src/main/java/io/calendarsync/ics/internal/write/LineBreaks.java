package io.calendarsync.ics.internal.write;

/** Tells what programs take for the end of a line: CR and LF, and the separators of Unicode (UAX 14, class BK). */
final class LineBreaks {

    private LineBreaks() {}

    static boolean is(char c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Returns where the line break that begins here ends: CR and LF are one. */
    static int endOf(CharSequence text, int at) {
        boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return at + (both ? 2 : 1);
    }
}
