package io.calendarsync.google.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.testkit.Dice;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T09:00:00Z,2026-03-10T09:00,Z",
        "2026-03-10t09:00:00z,2026-03-10T09:00,Z",
        "2026-03-10T09:00:00.123Z,2026-03-10T09:00:00.123,Z",
        "2026-03-10T09:00:00.12345678901234+05:45,2026-03-10T09:00:00.123456789,+05:45",
        "2026-03-10T09:00:00-03:30,2026-03-10T09:00,-03:30",
        "2026-03-10T09:00:00,2026-03-10T09:00,",
        "2026-12-31T23:59:60Z,2026-12-31T23:59:59,Z"
    })
    void a_time_is_read_with_its_offset_where_it_has_one(String text, String local, String offset) {
        Rfc3339 read = Rfc3339.parse(text).orElseThrow();

        assertThat(read.local()).hasToString(local);
        assertThat(read.offset().map(ZoneOffset::getId).orElse(null)).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-10",
                "20260310T090000Z",
                "2026-03-10T09:00Z",
                "2026-02-30T09:00:00Z",
                "2026-03-10T24:00:00Z",
                "2026-03-10T09:00:00.Z",
                "2026-03-10T09:00:00+1:00",
                "2026-03-10T09:00:00+0100",
                "2026-03-10T09:00:00+19:00",
                "2026-03-10T09:00:00Zulu",
                "2026-03-10T09:00:00 ",
                "2026-03-10X09:00:00Z",
                "+2026-03-10T09:00:00Z",
                "\u0662\u0660\u0662\u0666-03-10T09:00:00Z"
            })
    void anything_else_is_none(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }

    @Test
    void the_jdk_reads_the_same() {
        Dice dice = Dice.of(3339);
        for (int i = 0; i < 10_000; i++) {
            OffsetDateTime time = OffsetDateTime.of(
                    1 + dice.nextInt(9_999),
                    1 + dice.nextInt(12),
                    1 + dice.nextInt(28),
                    dice.nextInt(24),
                    dice.nextInt(60),
                    1 + dice.nextInt(59),
                    dice.nextBoolean() ? 0 : dice.nextInt(1_000_000_000),
                    ZoneOffset.ofTotalSeconds(60 * dice.between(-18 * 60, 18 * 60)));

            assertThat(Rfc3339.parse(time.toString()).flatMap(Rfc3339::instant)).contains(time.toInstant());
        }
    }
}
