package io.calendarsync.engine.record;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads instants as {@link Instant#toString} writes them. State records are read at every step of the engine, and the
 * general parser of the JDK took a tenth of all its time.
 */
final class InstantText {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    static Instant parse(String text) {
        int last = text.length() - 1;
        return isPlain(text, last)
                ? Instant.ofEpochSecond(second(text), nanos(text, last))
                // Years beyond four digits, and what is no instant at all.
                : Instant.parse(text);
    }

    /** Returns whether it has the shape of most instants: a year of four digits, UTC. */
    private static boolean isPlain(String text, int last) {
        if (last < SHAPE.length() || text.charAt(last) != 'Z' || last > SHAPE.length() + 1 + NANO_DIGITS) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char expected = i < SHAPE.length() ? SHAPE.charAt(i) : i == SHAPE.length() ? '.' : '0';
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        // The JDK takes leap seconds and the end of a day; both are left to it.
        return number(text, 11, 13) < 24 && number(text, 17, 19) < 60;
    }

    private static long second(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static int nanos(String text, int last) {
        int from = Math.min(SHAPE.length() + 1, last);
        int nanos = number(text, from, last);
        for (int digit = last - from; digit < NANO_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
