package io.calendarsync.spi.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads a Retry-After field (RFC 9110 section 10.2.3), which adapters over HTTP hand on with {@link
 * io.calendarsync.FaultSource#retryAfter}.
 *
 * @since 0.1
 */
public final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(30);

    private RetryAfter() {}

    /**
     * {@return the pause, never negative and at most 30 days; absent where the field says nothing}
     *
     * @param field the field's value without space around it: seconds, or a date of RFC 1123
     * @param now when it was received
     */
    public static Optional<Duration> parse(String field, Instant now) {
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
