package io.calendarsync.ics.internal.write;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says HTML as plain text, for programs that know no other: without markup, with line breaks where blocks end. It
 * stands beside the HTML, so what it does not know may stay as it is. One pass, whatever the text; confined.
 */
final class HtmlText {

    private static final Set<String> INVISIBLE = Set.of("script", "style", "head", "title");
    private static final Set<String> BREAKS =
            Set.of("br", "/p", "/div", "/li", "/tr", "/table", "/blockquote", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "\u2013", "mdash",
            "\u2014", "hellip", "\u2026", "euro", "\u20ac");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final int lastClosing;
    private int at;

    private HtmlText(String html) {
        this.html = html;
        this.lastClosing = html.lastIndexOf('>');
    }

    static String plain(String html) {
        HtmlText reading = new HtmlText(html);
        while (reading.at < html.length()) {
            reading.step();
        }
        return entities(reading.text.toString()).replaceAll("\n{3,}", "\n\n").strip();
    }

    private void step() {
        char c = html.charAt(at);
        if (c == '<' && at < lastClosing && isMarkup(html.charAt(at + 1))) {
            passMarkup();
        } else {
            append(c);
            at++;
        }
    }

    private static boolean isMarkup(char next) {
        return next == '/'
                || next == '!'
                || next == '?'
                || (next >= 'A' && next <= 'Z')
                || (next >= 'a' && next <= 'z');
    }

    private void passMarkup() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        String name = name();
        at = html.indexOf('>', at) + 1;
        if (BREAKS.contains(name)) {
            text.append('\n');
        } else if (INVISIBLE.contains(name)) {
            passInvisible("</" + name);
        }
    }

    /** Passes to the tag that ends what nobody sees; without one, to the end of all. */
    private void passInvisible(String end) {
        while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
            at++;
        }
    }

    private String name() {
        int end = at + 1;
        while (end - at < 12 && (html.charAt(end) == '/' || Character.isLetterOrDigit(html.charAt(end)))) {
            end++;
        }
        String name = html.substring(at + 1, end).toLowerCase(Locale.ROOT);
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** Blanks of any kind are one, and none at the beginning of a line. */
    private void append(char c) {
        boolean blank = c <= ' ';
        boolean after = text.isEmpty() || text.charAt(text.length() - 1) <= ' ';
        if (!blank) {
            text.append(c);
        } else if (!after) {
            text.append(' ');
        }
    }

    private static String entities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String otherwise) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, otherwise);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hex ? Integer.parseInt(name, 2, name.length(), 16) : Integer.parseInt(name, 1, name.length(), 10);
        return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : otherwise;
    }
}
