package io.calendarsync.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Test
    void whatTheJdkWrites_isReadAsTheJdkReadsIt() {
        SplittableRandom random = new SplittableRandom(5);
        long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long end = Instant.parse("+10001-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(first, end);
            int[] nanos = {
                0, random.nextInt(1000) * 1_000_000, random.nextInt(1_000_000) * 1000, random.nextInt(1_000_000_000)
            };
            Instant instant = Instant.ofEpochSecond(second, nanos[random.nextInt(nanos.length)]);

            assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00,5Z"
            })
    void whatIsNoInstant_isRefused(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "2026-06-01T00:00:00+02:00",
                "2016-12-31T23:59:60Z",
                "2026-01-01T24:00:00Z"
            })
    void oddShapes_areLeftToTheJdk(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }
}
