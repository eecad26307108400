package io.calendarsync.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a rule says and whenever it starts: the start is found, and nothing throws. */
class SeriesFuzzTest {

    private static final List<String> NAMES = List.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "WKST",
            "BYMONTH",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYMONTHDAY",
            "BYDAY",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "BYSETPOS",
            "SKIP",
            "RSCALE",
            "X-OWN",
            "");
    private static final List<String> VALUES = List.of(
            "SECONDLY",
            "MINUTELY",
            "HOURLY",
            "DAILY",
            "WEEKLY",
            "MONTHLY",
            "YEARLY",
            "0",
            "1",
            "2",
            "7",
            "12",
            "29",
            "31",
            "53",
            "60",
            "99",
            "366",
            "-1",
            "-5",
            "-366",
            "2147483647",
            "-2147483648",
            "99999999999",
            "MO",
            "TU,FR",
            "1MO",
            "-1SU",
            "53SA",
            "20260101",
            "20260101T000000Z",
            "00010101",
            "99991231T235959Z",
            "FORWARD",
            "BACKWARD",
            "GREGORIAN",
            "",
            ",",
            "=");
    private static final List<String> YEARS = List.of("0001-01-01", "1582-10-10", "2026-02-28", "9999-12-31");

    @Test
    void anyRule_leavesTheStart() {
        SplittableRandom random = new SplittableRandom(7529);
        for (int i = 0; i < 1_500; i++) {
            String rule = rule(random);
            EventTime start = start(random);
            Series series = SeriesOf.starting(start).rule(rule).build();
            ZoneId viewer = zone(random);
            Instant begin = start.span(viewer).start();
            Interval day = new Interval(begin, begin.plus(Duration.ofDays(1)));

            assertThat(series.between(day, viewer).items())
                    .as("%s from %s", rule, start)
                    .anyMatch(found -> found.time().localStart().equals(start.localStart()));
            assertThat(series.end())
                    .as(rule)
                    .satisfies(end -> end.ifPresent(instant -> assertThat(instant)
                            .isAfterOrEqualTo(start.span(viewer).start())));
        }
    }

    @Test
    void anyWindow_isLegal() {
        Series series = SeriesOf.hours("20260105T090000", ZoneOffset.UTC)
                .rule("FREQ=DAILY;COUNT=3")
                .build();

        assertThat(series.between(new Interval(Instant.MIN, Instant.MAX), ZoneOffset.UTC)
                        .items())
                .hasSize(3);
        assertThat(series.between(new Interval(Instant.MIN, Instant.MIN), ZoneOffset.UTC)
                        .items())
                .isEmpty();
        assertThat(series.between(new Interval(Instant.MAX, Instant.MAX), ZoneOffset.UTC)
                        .items())
                .isEmpty();
    }

    private static String rule(SplittableRandom random) {
        String parts = IntStream.range(0, random.nextInt(6))
                .mapToObj(part -> pick(random, NAMES) + "=" + pick(random, VALUES)
                        + (random.nextInt(3) == 0 ? "," + pick(random, VALUES) : ""))
                .collect(Collectors.joining(";"));
        return "FREQ=" + VALUES.get(random.nextInt(7)) + ";" + parts;
    }

    private static EventTime start(SplittableRandom random) {
        LocalDateTime start =
                LocalDateTime.parse(pick(random, YEARS) + "T00:30:00").plusMinutes(30L * random.nextInt(40));
        return switch (random.nextInt(3)) {
            case 0 -> new AllDay(start.toLocalDate(), start.toLocalDate().plusDays(1));
            case 1 -> new Floating(start, Duration.ofHours(1));
            default -> Timed.of(start, zone(random), Duration.ofHours(1));
        };
    }

    private static ZoneId zone(SplittableRandom random) {
        return pick(random, List.of(ZoneOffset.UTC, ZoneId.of("Pacific/Kiritimati"), ZoneId.of("America/New_York")));
    }

    private static <T> T pick(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
