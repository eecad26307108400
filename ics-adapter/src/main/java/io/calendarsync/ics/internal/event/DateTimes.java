package io.calendarsync.ics.internal.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Reads DATE and DATE-TIME values (RFC 5545 sections 3.3.4 and 3.3.5), and the forms of ISO 8601 with separators or
 * without seconds that some senders write.
 *
 * @param date the date
 * @param time the time of day, absent for a DATE
 * @param utc whether a Z follows
 */
record DateTimes(LocalDate date, Optional<LocalTime> time, boolean utc) {

    /** Returns the value of a text, empty if it is none or its year is not 1 to 9999. */
    static Optional<DateTimes> parse(String text) {
        try {
            return parseOrThrow(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the year a value begins with, 0 if it begins with none. */
    static int year(String text) {
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return 0;
            }
            year = 10 * year + digit;
        }
        return year;
    }

    LocalDateTime local() {
        return date.atTime(time.orElse(LocalTime.MIDNIGHT));
    }

    private static Optional<DateTimes> parseOrThrow(String text) {
        char[] digits = new char[14];
        int count = 0;
        int dateDigits = -1;
        boolean utc = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && count < digits.length) {
                digits[count++] = c;
            } else if ((c == 'T' || c == 't' || c == ' ') && dateDigits < 0) {
                dateDigits = count;
            } else if ((c == 'Z' || c == 'z') && i == text.length() - 1) {
                utc = true;
            } else if (c == '.' && count == digits.length) {
                i = endOfDigits(text, i + 1) - 1;
            } else if (c != '-' && c != ':') {
                return Optional.empty();
            }
        }
        return of(digits, count, dateDigits < 0 ? count : dateDigits, utc);
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static Optional<DateTimes> of(char[] digits, int count, int dateDigits, boolean utc) {
        int year = number(digits, 0, 4);
        if (dateDigits != 8 || year == 0) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(year, number(digits, 4, 6), number(digits, 6, 8));
        return switch (count) {
            case 8 -> Optional.of(new DateTimes(date, Optional.empty(), false));
            case 12 -> Optional.of(at(date, number(digits, 8, 10), number(digits, 10, 12), 0, utc));
            case 14 ->
                Optional.of(at(date, number(digits, 8, 10), number(digits, 10, 12), number(digits, 12, 14), utc));
            default -> Optional.empty();
        };
    }

    /** A leap second is the second before it (as RFC 5545 section 3.3.12 allows), 24:00 the midnight that follows. */
    private static DateTimes at(LocalDate date, int hour, int minute, int second, boolean utc) {
        boolean endOfDay = hour == 24 && minute == 0 && second == 0;
        LocalTime time = endOfDay ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute, second == 60 ? 59 : second);
        return new DateTimes(endOfDay ? date.plusDays(1) : date, Optional.of(time), utc);
    }

    private static int number(char[] digits, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            number = number * 10 + (digits[i] == 0 ? 0 : digits[i] - '0');
        }
        return number;
    }
}
