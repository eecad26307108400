package io.calendarsync.ics.internal.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * One content line: {@code name *(";" param "=" value) ":" value} (RFC 5545 section 3.1). A view of the text it was read
 * from; nothing is decoded before it is asked for. Immutable.
 */
public final class ContentLine {

    private final byte[] text;
    private final int start;
    private final int nameEnd;
    private final int colon;
    private final int end;
    private final boolean cut;
    private final String name;

    ContentLine(byte[] text, int start, int nameEnd, int colon, int end, boolean cut) {
        this.text = text;
        this.start = start;
        this.nameEnd = nameEnd;
        this.colon = colon;
        this.end = end;
        this.cut = cut;
        this.name = Names.of(text, start, nameEnd);
    }

    /** Returns the name in upper case. */
    public String name() {
        return name;
    }

    /** Returns whether it has this name, given in upper case. */
    public boolean is(String upperCaseName) {
        return name.equals(upperCaseName);
    }

    /** Returns whether the value is nothing but blanks. */
    public boolean isBlank() {
        for (int i = colon + 1; i < end; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns the value as it stands, escapes included. */
    public String value() {
        return text(colon + 1, end);
    }

    /** Returns the value without blanks at its ends, for values that are no text. */
    public String token() {
        return value().strip();
    }

    /** Returns the value without blanks at its ends in upper case, for values out of a list of words. */
    public String keyword() {
        return token().toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the value of a parameter, without quotes and with the escapes of RFC 6868 resolved; empty where there is
     * none. Of a list of quoted values, the whole list.
     */
    public String parameter(String upperCaseName) {
        return Parameters.find(text, nameEnd, colon, upperCaseName);
    }

    /** Returns whether a parameter has this value, ASCII case aside. */
    public boolean hasParameter(String upperCaseName, String value) {
        return nameEnd < colon && parameter(upperCaseName).equalsIgnoreCase(value);
    }

    /** Returns the whole line as it stands, unfolded. */
    public String verbatim() {
        return text(start, end);
    }

    /** Adds the whole line to a digest, in UTF-8 and unfolded. */
    public void addTo(MessageDigest digest) {
        digest.update(text, start, end - start);
    }

    /** Returns whether it was longer than the limit, so that its end is missing. */
    public boolean isCut() {
        return cut;
    }

    /** Returns where it begins within its text. */
    public int start() {
        return start;
    }

    private String text(int from, int until) {
        return new String(text, from, until - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ContentLine[" + name + "]";
    }
}
