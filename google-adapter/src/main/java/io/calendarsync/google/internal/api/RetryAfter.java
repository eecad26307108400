package io.calendarsync.google.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads a Retry-After field (RFC 9110 section 10.2.3): seconds or a date. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(30);

    private RetryAfter() {}

    /** Returns the pause, never negative and at most 30 days; absent where the field says nothing. */
    static Optional<Duration> parse(String field, Instant now) {
        if (field.matches("\\d+")) {
            return Optional.of(field.length() > 9 ? MOST : within(Duration.ofSeconds(Long.parseLong(field))));
        }
        try {
            Instant until = ZonedDateTime.parse(field, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(within(Duration.between(now, until)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(MOST) > 0 ? MOST : pause;
    }
}
