package io.calendarsync.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A floating event lasts from one wall clock to another, also where clocks change in between. */
class FloatingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T10:00, PT1H,  2026-06-01T08:00:00Z, 2026-06-01T09:00:00Z",
        "2026-03-29T00:00, PT12H, 2026-03-28T23:00:00Z, 2026-03-29T10:00:00Z",
        "2026-10-25T00:00, PT12H, 2026-10-24T22:00:00Z, 2026-10-25T11:00:00Z",
        "2026-03-29T02:30, PT1H,  2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
        "2026-03-29T02:30, PT31M, 2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
    })
    void span_acrossAChangeOfClocks_endsAtTheWallClock(
            LocalDateTime start, Duration length, Instant from, Instant until) {
        assertThat(new EventTime.Floating(start, length).span(BERLIN)).isEqualTo(new Interval(from, until));
    }
}
