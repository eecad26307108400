package io.calendarsync.model;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads offsets as programs print them: {@code GMT+0100}, {@code UTC-05:00}, {@code (GMT +1)}, {@code +05:30}. */
final class OffsetText {

    private static final Pattern WHOLE = Pattern.compile(
            "\\(?\\s*(?:UTC|GMT|UT)?\\s*([+\\-\u2212])(\\d{1,2})(?::?(\\d{2}))?\\s*\\)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADING = Pattern.compile("\\((?:UTC|GMT)[^)]*\\)", Pattern.CASE_INSENSITIVE);

    private OffsetText() {}

    /** Returns the offset a text consists of. */
    static Optional<ZoneOffset> parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int total = Integer.parseInt(matcher.group(2)) * 60 + minutes;
        if (minutes > 59 || total > 18 * 60) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds((matcher.group(1).equals("+") ? total : -total) * 60));
    }

    /** Returns the length of an offset in parentheses that leads a display name; 0 if there is none. */
    static int leading(String displayName) {
        Matcher matcher = LEADING.matcher(displayName);
        return matcher.lookingAt() ? matcher.end() : 0;
    }
}
