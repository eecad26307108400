package io.calendarsync.ics.internal.event;

import java.util.ArrayList;
import java.util.List;

/** Reads TEXT values (RFC 5545 section 3.3.11). */
final class TextValue {

    private TextValue() {}

    /**
     * Returns the text that a value stands for. A backslash before a character that needs none stays, as in a Windows
     * path that nobody escaped; control characters, which no TEXT may hold, are left out.
     */
    static String unescape(String value) {
        int first = firstSpecial(value);
        if (first == value.length()) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length()).append(value, 0, first);
        for (int i = first; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = c == '\\' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            if (next == 'n' || next == 'N') {
                text.append('\n');
                i++;
            } else if (next == ',' || next == ';' || next == '\\') {
                text.append(next);
                i++;
            } else if (!isControl(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Returns the texts of a value that lists several, none of them empty. */
    static List<String> list(String value) {
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i < value.length() && value.charAt(i) == '\\') {
                i++;
            } else if (i == value.length() || value.charAt(i) == ',') {
                String text = unescape(value.substring(from, i)).strip();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
                from = i + 1;
            }
        }
        return texts;
    }

    private static int firstSpecial(String value) {
        int at = 0;
        while (at < value.length() && value.charAt(at) != '\\' && !isControl(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t' && c != '\n') || c == 0x7f;
    }
}
