package io.calendarsync.ics.internal.event;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DURATION value (RFC 5545 section 3.3.6): days on the wall clock and elapsed time.
 *
 * @param negative whether it goes back in time
 * @param nominal whether it is written in days or weeks
 * @param days weeks counted as seven, not negative
 * @param time hours, minutes and seconds, not negative
 */
record Length(boolean negative, boolean nominal, int days, Duration time) {

    /** Also {@code PT2D} and {@code P2DT}, which some senders write for {@code P2D}. */
    private static final Pattern FORM = Pattern.compile(
            "([+-]?)PT?(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?T?(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,10})S)?");

    private static final int MOST_DAYS = 36_525;

    /** Returns the length, empty if the text is none or longer than a century. */
    static Optional<Length> parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        long days = 7 * number(form, 2) + number(form, 3);
        Duration time =
                Duration.ofHours(number(form, 4)).plusMinutes(number(form, 5)).plusSeconds(number(form, 6));
        if (days + time.toDays() > MOST_DAYS) {
            return Optional.empty();
        }
        boolean nominal = form.group(2) != null || form.group(3) != null;
        return Optional.of(new Length("-".equals(form.group(1)), nominal, (int) days, time));
    }

    /** Returns it with each day taken for 24 hours, negative where it goes back. */
    Duration elapsed() {
        Duration length = time.plusDays(days);
        return negative ? length.negated() : length;
    }

    private static long number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }
}
