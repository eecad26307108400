package io.calendarsync.ics.internal.write;

import java.util.List;

/** Writes TEXT values (RFC 5545 section 3.3.11). */
final class TextEscapes {

    private TextEscapes() {}

    /** Appends a text; every kind of line break becomes the one there is. */
    static void append(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (LineBreaks.is(c)) {
                to.append("\\n");
                i = LineBreaks.endOf(text, i);
            } else {
                if (c == '\\' || c == ';' || c == ',') {
                    to.append('\\');
                }
                to.append(c);
                i++;
            }
        }
    }

    /** Returns several texts as one value. */
    static String list(List<String> texts) {
        StringBuilder list = new StringBuilder();
        for (String text : texts) {
            list.append(list.isEmpty() ? "" : ",");
            append(text, list);
        }
        return list.toString();
    }
}
