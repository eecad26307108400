package io.calendarsync.ics.internal.line;

/** Tells UTF-8 (RFC 3629) from everything else, without decoding it. */
final class Utf8 {

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until) {
            int size = bytes[at] >= 0 ? 1 : sizeOf(bytes, at, until);
            if (size == 0) {
                return false;
            }
            at += size;
        }
        return true;
    }

    /** Returns the size of the character of several bytes that begins there, 0 if there is none. */
    private static int sizeOf(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int size = lead >= 0xC2 && lead < 0xE0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
        if (size == 0 || at + size > length || !isSecond(lead, bytes[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /** No overlong forms, no surrogates, nothing above U+10FFFF. */
    private static boolean isSecond(int lead, int second) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
