package io.calendarsync.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * UNTIL of a rule as it was written.
 *
 * @param last the last wall clock it names; of a date, the last second of that day
 * @param dateOnly whether it is a date
 * @param utc whether the wall clock is that of UTC
 */
record Until(LocalDateTime last, boolean dateOnly, boolean utc) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z?))?", Pattern.CASE_INSENSITIVE);

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Reads a value; null where it is none. */
    static @Nullable Until parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            if (form.group(4) == null) {
                return new Until(date.atTime(LAST_SECOND), true, false);
            }
            int second = form.group(6) == null ? 0 : Math.min(59, number(form, 6));
            LocalDateTime time = date.atTime(number(form, 4), number(form, 5), second);
            return new Until(time, false, !form.group(7).isEmpty());
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
