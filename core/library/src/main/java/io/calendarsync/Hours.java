package io.calendarsync;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a day on the wall clock, as of 9 to 17. An end that is not after the start is one of the next day: midnight
 * to midnight is a whole day, 22 to 6 a night.
 *
 * @param from the first time in it
 * @param to the first time after it
 * @since 0.1
 */
public record Hours(LocalTime from, LocalTime to) {

    private static final String END_OF_DAY = "24:00";

    /**
     * {@return the hours a text names}
     *
     * @param text such as {@code 09:00-17:30}; the end of the day is {@code 24:00} or {@code 00:00}
     * @throws IllegalArgumentException if it names none
     */
    public static Hours of(String text) {
        String[] times = text.strip().split("-", -1);
        if (times.length != 2) {
            throw unreadable(text, null);
        }
        try {
            String to = times[1].strip();
            return new Hours(
                    LocalTime.parse(times[0].strip()),
                    to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(to));
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
    }

    /** {@return whether they end on the day after the one they begin on, or as it begins} */
    public boolean endsNextDay() {
        return !to.isAfter(from);
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("hours are written as 09:00-17:30, not as '" + text + "'", cause);
    }
}
