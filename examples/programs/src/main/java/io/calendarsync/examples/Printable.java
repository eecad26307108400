package io.calendarsync.examples;

/** Makes text that strangers wrote fit for a terminal. */
public final class Printable {

    private Printable() {}

    /** Returns the text on one line, without the characters that steer a terminal. */
    public static String line(String text) {
        return text.replaceAll(
                "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+", " ");
    }
}
