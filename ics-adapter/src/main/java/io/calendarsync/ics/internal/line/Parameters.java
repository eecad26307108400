package io.calendarsync.ics.internal.line;

import java.nio.charset.StandardCharsets;

/** Finds a parameter of a content line (RFC 5545 section 3.2) in its bytes. */
final class Parameters {

    private Parameters() {}

    /**
     * Returns a parameter's value, empty where it has none.
     *
     * @param from where the parameters begin, at their semicolon
     * @param until where they end, at the colon
     */
    static String find(byte[] text, int from, int until, String upperCaseName) {
        int at = from;
        while (at < until) {
            int start = at + 1;
            int end = endOf(text, start, until);
            int equals = indexOf(text, start, end, '=');
            if (equals >= 0 && isName(text, start, equals, upperCaseName)) {
                return decode(new String(text, equals + 1, end - equals - 1, StandardCharsets.UTF_8));
            }
            at = end;
        }
        return "";
    }

    private static int endOf(byte[] text, int from, int until) {
        boolean quoted = false;
        for (int i = from; i < until; i++) {
            if (text[i] == '"') {
                quoted = !quoted;
            } else if (text[i] == ';' && !quoted) {
                return i;
            }
        }
        return until;
    }

    private static int indexOf(byte[] text, int from, int until, char wanted) {
        for (int i = from; i < until; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(byte[] text, int from, int until, String upperCaseName) {
        if (until - from != upperCaseName.length()) {
            return false;
        }
        for (int i = from; i < until; i++) {
            if (Names.upper(text[i]) != upperCaseName.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static String decode(String raw) {
        String value = raw.strip();
        int last = value.length() - 1;
        if (last > 0 && value.charAt(0) == '"' && value.indexOf('"', 1) == last) {
            value = value.substring(1, last);
        }
        return value.indexOf('^') < 0 ? value : resolveCarets(value);
    }

    /** RFC 6868 section 3.2; a caret before anything else stands for itself. */
    private static String resolveCarets(String value) {
        StringBuilder decoded = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = c == '^' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            switch (next) {
                case 'n' -> decoded.append('\n');
                case '\'' -> decoded.append('"');
                case '^' -> decoded.append('^');
                default -> decoded.append(c);
            }
            if (next == 'n' || next == '\'' || next == '^') {
                i++;
            }
        }
        return decoded.toString();
    }
}
