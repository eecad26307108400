package io.calendarsync.ics.internal.write;

/** Puts one content line together: a name, parameters, and a value that ends it. Confined to one thread. */
final class Line {

    private final StringBuilder line;

    private Line(String name) {
        this.line = new StringBuilder(name);
    }

    static Line of(String name) {
        return new Line(name);
    }

    /** Adds a parameter, none where its value is empty. Any text is fine: it is quoted and escaped (RFC 6868). */
    Line parameter(String name, String value) {
        if (!value.isEmpty()) {
            line.append(';').append(name).append('=');
            boolean quoted = mustBeQuoted(value);
            line.append(quoted ? "\"" : "");
            appendEscaped(value);
            line.append(quoted ? "\"" : "");
        }
        return this;
    }

    /** Returns the line of a value that is written as it stands: a date, a word out of a list, a URI. */
    String value(String value) {
        return line.append(':').append(value).toString();
    }

    /** Returns the line of a text. */
    String text(String text) {
        line.append(':');
        TextEscapes.append(text, line);
        return line.toString();
    }

    private static boolean mustBeQuoted(String value) {
        boolean blankAtEnd =
                Character.isWhitespace(value.charAt(0)) || Character.isWhitespace(value.charAt(value.length() - 1));
        return blankAtEnd || value.chars().anyMatch(c -> c == ':' || c == ';' || c == ',');
    }

    private void appendEscaped(String value) {
        for (int i = 0; i < value.length(); ) {
            char c = value.charAt(i);
            if (LineBreaks.is(c)) {
                line.append("^n");
                i = LineBreaks.endOf(value, i);
            } else {
                line.append(c == '^' ? "^^" : c == '"' ? "^'" : String.valueOf(c));
                i++;
            }
        }
    }
}
