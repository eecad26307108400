package io.calendarsync.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Rules written to keep a server busy: each ends by the step budget. Time is looked at here only, the processor's own of
 * this thread, and printed.
 */
class RuleBombsTest {

    private static final Interval YEAR =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private static final Duration GENEROUS = Duration.ofMillis(500);

    private static final Map<String, Double> WORST = new TreeMap<>();

    private static String test = "";

    /** What a cold machine would measure is its compiler. */
    @BeforeAll
    static void warmUp() {
        for (int i = 0; i < 300; i++) {
            for (String rule : List.of("FREQ=DAILY", "FREQ=DAILY;BYMONTH=7", "FREQ=YEARLY;BYMONTHDAY=3;BYDAY=MO")) {
                assertThat(series(2025, rule).between(YEAR, ZoneOffset.UTC).cut())
                        .isFalse();
            }
        }
    }

    @BeforeEach
    void name(TestInfo info) {
        test = info.getTestMethod().orElseThrow().getName();
    }

    @AfterAll
    static void print() {
        WORST.forEach((name, millis) -> System.out.printf(Locale.ROOT, "rule bomb %5.1f ms %s%n", millis, name));
    }

    @Test
    void everySecond_isCut() {
        Occurrences found = quick(series(2011, "FREQ=SECONDLY"));

        assertThat(found.cut()).isTrue();
        assertThat(found.items()).hasSizeBetween(1, Steps.DEFAULT);
        assertThat(found.items().get(0).span().contains(YEAR.start())).isTrue();
    }

    @Test
    void theCut_isAlwaysAtTheSamePlace() {
        Series series = series(2011, "FREQ=SECONDLY;BYSECOND=1,2,3");

        assertThat(series.between(YEAR, ZoneOffset.UTC)).isEqualTo(series.between(YEAR, ZoneOffset.UTC));
    }

    @Test
    void everyMinuteAndItsExceptionEveryMinute_areCut() {
        Series series = SeriesOf.starting(minutes(2011))
                .rule("FREQ=MINUTELY")
                .exceptionRule("FREQ=MINUTELY")
                .build();

        Occurrences found = quick(series);

        assertThat(found.items()).isEmpty();
        assertThat(found.cut()).isTrue();
    }

    @Test
    void aThousandMillionDaysFromTheYearOne_areJumpedOver() {
        Occurrences found = quick(series(1, "FREQ=DAILY;COUNT=1000000000"));

        assertThat(found.items()).hasSize(365);
        assertThat(found.cut()).isFalse();
        assertThat(quick(series(1, "FREQ=DAILY")).items()).hasSize(365);
    }

    @Test
    void aThousandMillionCountedDays_areCut() {
        Occurrences found = quick(series(1, "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=1000000000"));

        assertThat(found.cut()).isTrue();
        assertThat(found.items()).isEmpty();
    }

    @Test
    void theProductOfAllLists_isNeverWrittenOut() {
        String rule = "FREQ=YEARLY;BYMONTH=" + upTo(1, 12) + ";BYMONTHDAY=" + upTo(1, 31) + ";BYHOUR=" + upTo(0, 23)
                + ";BYMINUTE=" + upTo(0, 59) + ";BYSECOND=" + upTo(0, 59);

        assertThat(quick(series(2026, rule + ";COUNT=1")).items()).hasSize(1);
        assertThat(quick(series(2011, rule)).cut()).isTrue();
        assertThat(quick(series(2020, rule + ";BYSETPOS=1,-1")).items())
                .extracting(SeriesOf::start)
                .containsExactly("20251231T235959", "20260101T000000", "20261231T235959");
    }

    @Test
    void allListsThereAre_areRefused_orCostNoMoreThanTheirSteps() {
        String times = ";BYHOUR=" + upTo(0, 23) + ";BYMINUTE=" + upTo(0, 59) + ";BYSECOND=" + upTo(0, 59);
        String days = ";BYMONTH=" + upTo(1, 12) + ";BYMONTHDAY=" + upTo(1, 31) + ";BYDAY=MO,TU,WE,TH,FR,SA,SU";
        String ofTheYear = ";BYWEEKNO=" + upTo(1, 53) + ";BYYEARDAY=" + upTo(1, 366);

        Series yearly = series(2011, "FREQ=YEARLY" + days + ofTheYear + times + ";BYSETPOS=" + upTo(1, 366));
        assertThat(yearly.degradations())
                .extracting(degradation -> degradation.reason())
                .containsExactly(Reason.COSTLY_RULE);
        assertThat(quick(yearly).items()).isEmpty();
        for (String frequency : List.of("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "MONTHLY", "YEARLY")) {
            assertThat(quick(series(2011, "FREQ=" + frequency + days + times)).cut())
                    .isTrue();
            quick(series(2011, "FREQ=" + frequency + days + times + ";BYSETPOS=-1"));
            quick(series(1, "FREQ=" + frequency + days + times + ";COUNT=1000000000"));
        }
    }

    @Test
    void hugeIntervals_leaveTheStart() {
        for (String frequency : List.of("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")) {
            Series series = series(1900, "FREQ=" + frequency + ";INTERVAL=2147483647");

            assertThat(quick(series).items().size()).isLessThan(2);
            assertThat(quick(series(2026, "FREQ=" + frequency + ";INTERVAL=2147483647"))
                            .items())
                    .hasSize(1);
        }
        assertThat(series(2026, "FREQ=MONTHLY;INTERVAL=2147483647").degradations())
                .extracting(degradation -> degradation.reason())
                .containsExactly(Reason.COSTLY_RULE);
    }

    @Test
    void datesThatNeverCome_leaveTheStart() {
        for (String rule : List.of(
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=2,4",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;BYMONTH=3;BYDAY=MO;BYSETPOS=7",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=7;BYDAY=MO")) {
            assertThat(quick(series(2026, rule)).items()).hasSize(1);
            assertThat(quick(series(2025, rule)).items()).isEmpty();
            quick(() -> series(2025, rule).walk(SeriesOf.EVER, ZoneOffset.UTC).forEachRemaining(found -> {}));
        }
    }

    @Test
    void combinationsBeyondReason_areRefused() {
        String everyDayThatCanBeCounted = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").stream()
                .flatMap(day -> IntStream.rangeClosed(-53, 53)
                        .filter(ordinal -> ordinal != 0)
                        .mapToObj(ordinal -> ordinal + day))
                .collect(Collectors.joining(","));
        Series series = series(
                2026,
                "FREQ=YEARLY;BYMONTH=" + upTo(1, 12) + ";BYMONTHDAY=" + upTo(1, 31) + ";BYDAY="
                        + everyDayThatCanBeCounted);

        assertThat(quick(series).items()).hasSize(1);
        assertThat(series.degradations())
                .extracting(degradation -> degradation.reason())
                .containsExactly(Reason.COSTLY_RULE);
        quick(series(2026, "FREQ=YEARLY;BYDAY=" + everyDayThatCanBeCounted + ";BYMONTHDAY=1,2,3"));
    }

    @Test
    void thousandsOfRulesAndEndlessText_areRefused() {
        SeriesOf many = SeriesOf.starting(minutes(2026));
        IntStream.range(0, 5_000).forEach(i -> many.rule("FREQ=DAILY;BYHOUR=" + i % 24));

        assertThat(many.build().degradations())
                .extracting(degradation -> degradation.reason())
                .contains(Reason.COSTLY_RULE);
        quick(many.build());
        assertThat(quick(series(2026, "FREQ=DAILY;BYHOUR=" + "1,".repeat(1_000_000)))
                        .items())
                .hasSize(1);
    }

    @Test
    void endOfACostlySeries_isUnknown() {
        quick(() -> assertThat(series(1, "FREQ=DAILY;BYDAY=MO;COUNT=1000000000").end())
                .isEmpty());
        quick(() ->
                assertThat(series(1, "FREQ=SECONDLY;COUNT=2000000000").end()).isPresent());
    }

    @Test
    void overridesOfACostlySeries_areFoundAtTheirInstant() {
        SeriesOf seconds = SeriesOf.starting(minutes(2011)).rule("FREQ=SECONDLY");
        for (int i = 0; i < 1_000; i++) {
            LocalDateTime original = LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(i);
            seconds.override(SeriesOf.override(
                    SeriesOf.id(
                            original.toString().replaceAll("[-:]", "").concat(original.getSecond() == 0 ? "00Z" : "Z")),
                    Timed.of(original, ZoneOffset.UTC, Duration.ofMinutes(2))));
        }

        quick(() -> assertThat(seconds.build().degradations()).isEmpty());
    }

    @Test
    void overridesOfALongCountedSeries_areFoundInOnePass() {
        SeriesOf days = SeriesOf.starting(minutes(2011)).rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=10000");
        for (int i = 0; i < 500; i++) {
            LocalDateTime original = LocalDateTime.of(2026, 1, 1, 0, 0).plusDays(i);
            days.override(SeriesOf.override(
                    SeriesOf.id(original.toString().replaceAll("[-:]", "") + "00"),
                    Timed.of(original.plusHours(1), ZoneOffset.UTC, Duration.ofMinutes(2))));
        }

        quick(() -> assertThat(days.build().degradations()).isEmpty());
        assertThat(quick(days.build()).items()).hasSize(365);
    }

    private static Series series(int year, String rule) {
        return SeriesOf.starting(minutes(year)).rule(rule).build();
    }

    private static Timed minutes(int year) {
        return Timed.of(LocalDateTime.of(year, 1, 1, 0, 0), ZoneOffset.UTC, Duration.ofMinutes(1));
    }

    private static String upTo(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Occurrences quick(Series series) {
        return timed(() -> series.between(YEAR, ZoneOffset.UTC));
    }

    private static void quick(Runnable work) {
        timed(() -> {
            work.run();
            return List.of();
        });
    }

    private static <T> T timed(Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T result = work.get();
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        WORST.merge(test, taken.toNanos() / 1e6, Math::max);
        assertThat(taken).isLessThan(GENEROUS);
        return result;
    }
}
