package io.calendarsync.google.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date and time as Google writes them (RFC 3339 section 5.6, the offset optional): every event has three or more, so they
 * are read digit by digit. Fractions of a second may have any length and are kept to the nanosecond.
 *
 * @param local the date and time that are written
 * @param offset from UTC, absent where none is written
 */
public record Rfc3339(LocalDateTime local, Optional<ZoneOffset> offset) {

    private static final int SECONDS_END = 19;

    /** Returns what a text says; empty where it is no date and time. */
    public static Optional<Rfc3339> parse(String text) {
        try {
            return new Reader(text).read();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the instant; empty where no offset is written. */
    public Optional<Instant> instant() {
        return offset.map(local::toInstant);
    }

    /** Reads from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Optional<Rfc3339> read() {
            boolean framed = text.length() >= SECONDS_END
                    && is(4, '-')
                    && is(7, '-')
                    && (is(10, 'T') || is(10, 't') || is(10, ' '))
                    && is(13, ':')
                    && is(16, ':');
            if (!framed) {
                return Optional.empty();
            }
            LocalDateTime seconds = LocalDateTime.of(
                    number(0, 4),
                    number(5, 7),
                    number(8, 10),
                    number(11, 13),
                    number(14, 16),
                    Math.min(59, number(17, 19)));
            at = SECONDS_END;
            LocalDateTime local = seconds.withNano(nanos());
            Optional<ZoneOffset> offset = at == text.length() ? Optional.empty() : Optional.of(offset());
            return Optional.of(new Rfc3339(local, offset));
        }

        private boolean is(int index, char wanted) {
            return text.charAt(index) == wanted;
        }

        private int number(int from, int until) {
            int number = 0;
            for (int i = from; i < until; i++) {
                number = number * 10 + digit(i);
            }
            return number;
        }

        private int digit(int index) {
            int digit = index < text.length() ? text.charAt(index) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("a digit is wanted");
            }
            return digit;
        }

        private int nanos() {
            if (at == text.length() || !(is(at, '.') || is(at, ','))) {
                return 0;
            }
            int nanos = digit(++at);
            int digits = 1;
            while (++at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                if (digits < 9) {
                    nanos = nanos * 10 + digit(at);
                    digits++;
                }
            }
            for (; digits < 9; digits++) {
                nanos *= 10;
            }
            return nanos;
        }

        private ZoneOffset offset() {
            char sign = text.charAt(at);
            if (text.length() == at + 1 && (sign == 'Z' || sign == 'z')) {
                return ZoneOffset.UTC;
            }
            if (text.length() != at + 6 || (sign != '+' && sign != '-') || !is(at + 3, ':')) {
                throw new DateTimeException("an offset is wanted");
            }
            int minutes = number(at + 1, at + 3) * 60 + number(at + 4, at + 6);
            return ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
        }
    }
}
