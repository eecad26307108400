package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.override;
import static io.calendarsync.recurrence.SeriesOf.starting;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every series; each is made from the seed the test is named by. */
@Isolated("sets the default locale and time zone")
class SeriesPropertiesTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Asia/Kathmandu"));

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoWindows_findWhatOneFinds(long seed) {
        RandomSeries random = new RandomSeries(seed);
        Series series = random.series().build();
        ZoneId viewer = random.pick(ZONES);
        Instant a = random.instant();
        Instant b = a.plus(random.upTo(Duration.ofDays(90)));
        Instant c = b.plus(random.upTo(Duration.ofDays(90)));

        List<Occurrence> whole = series.between(new Interval(a, c), viewer).items();

        Set<Occurrence> parts =
                new LinkedHashSet<>(series.between(new Interval(a, b), viewer).items());
        parts.addAll(series.between(new Interval(b, c), viewer).items());
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(whole)
                .isSortedAccordingTo(Comparator.comparing(found -> found.span().start()))
                .doesNotHaveDuplicates()
                .allSatisfy(found -> {
                    assertThat(found.span()).isEqualTo(found.time().span(viewer));
                    assertThat(found.span().overlaps(new Interval(a, c))).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneAtATime_findsWhatAllAtOnceFinds(long seed) {
        RandomSeries random = new RandomSeries(seed);
        Series series = random.series().build();
        ZoneId viewer = random.pick(ZONES);
        Interval window = random.window();
        List<Occurrence> walked = new ArrayList<>();

        series.walk(window, viewer).forEachRemaining(walked::add);

        assertThat(walked).isEqualTo(series.between(window, viewer).items());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_takesPlaceAfterTheEnd(long seed) {
        RandomSeries random = new RandomSeries(seed);
        Series series = random.series().build();
        series.end().ifPresent(end -> {
            Interval after = new Interval(end, end.plus(Duration.ofDays(4_000)));
            for (ZoneId viewer : ZONES) {
                assertThat(series.between(after, viewer).items())
                        .filteredOn(found ->
                                !found.span().isEmpty() || found.span().start().isAfter(end))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void defaultsOfTheSystem_doNotMatter(long seed) {
        Interval window = new RandomSeries(seed).window();
        List<Occurrence> expected = found(seed, window);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(found(seed, window)).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void threads_shareASeries(long seed) throws Exception {
        RandomSeries random = new RandomSeries(seed);
        Series series = random.series().build();
        Interval window = random.window();
        List<Occurrence> expected = series.between(window, ZoneOffset.UTC).items();
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<List<Occurrence>> task =
                    () -> series.between(window, ZoneOffset.UTC).items();
            for (var found : pool.invokeAll(List.of(task, task, task, task))) {
                assertThat(found.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Occurrence> found(long seed, Interval window) {
        return new RandomSeries(seed)
                .series()
                .build()
                .between(window, ZONES.get(1))
                .items();
    }

    /** Makes series, windows and rules from a seed. */
    private static final class RandomSeries {

        private final SplittableRandom random;

        RandomSeries(long seed) {
            this.random = new SplittableRandom(seed);
        }

        <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        Duration upTo(Duration most) {
            return Duration.ofMinutes(random.nextLong(most.toMinutes()));
        }

        LocalDateTime start() {
            return LocalDateTime.of(2011, 1, 1, 0, 0)
                    .plusDays(random.nextInt(600))
                    .plusMinutes(30L * random.nextInt(48));
        }

        Instant instant() {
            return Instant.parse("2011-06-01T00:00:00Z").plus(upTo(Duration.ofDays(900)));
        }

        Interval window() {
            Instant start = instant();
            return new Interval(start, start.plus(upTo(Duration.ofDays(200))));
        }

        private String weekdays() {
            return random.nextInt(3) == 0
                    ? ""
                    : ";BYDAY=" + pick(List.of("MO", "TU,TH", "MO,WE,FR", "SA,SU", "SU,MO,TU,WE,TH,FR,SA"));
        }

        SeriesOf series() {
            EventTime time = time(start());
            SeriesOf series = starting(time).rule(rule());
            if (random.nextInt(4) == 0) {
                series.rule(rule());
            }
            if (random.nextInt(4) == 0) {
                series.exceptionRule("FREQ=WEEKLY;BYDAY=SA,SU");
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                series.date(text(start().plusDays(random.nextInt(600))));
                series.except(text(time.localStart().plusDays(random.nextInt(60))));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                addOverride(series, time);
            }
            return series;
        }

        private void addOverride(SeriesOf series, EventTime master) {
            LocalDateTime original = master.localStart().plusDays(random.nextInt(200));
            RecurrenceId id = SeriesOf.id(text(original));
            EventTime time = random.nextInt(4) == 0
                    ? time(original)
                    : InstanceTimes.moved(master, original.plusHours(random.nextInt(1_000) - 500L));
            boolean andFuture = random.nextInt(3) == 0;
            series.override(override(id, time)
                    .shape(new EventShape.Override("master", id, andFuture))
                    .status(random.nextInt(4) == 0 ? EventStatus.CANCELLED : EventStatus.CONFIRMED));
        }

        private EventTime time(LocalDateTime start) {
            Duration length = upTo(Duration.ofHours(60));
            return switch (random.nextInt(6)) {
                case 0 -> new AllDay(start.toLocalDate(), start.toLocalDate().plusDays(1 + random.nextInt(3)));
                case 1 -> new Floating(start, length);
                case 2 -> new Timed(start, pick(ZONES), new End.Nominal(random.nextInt(3), length));
                case 3 -> new Timed(start, pick(ZONES), new End.Own(start.plus(length), pick(ZONES)));
                default -> Timed.of(start, pick(ZONES), length);
            };
        }

        private String rule() {
            String limit = pick(List.of("", "", ";COUNT=" + (1 + random.nextInt(60)), ";UNTIL=20121001"));
            return switch (random.nextInt(5)) {
                case 0 ->
                    "FREQ=" + pick(List.of("DAILY", "WEEKLY")) + ";INTERVAL=" + (1 + random.nextInt(4)) + weekdays()
                            + limit;
                case 1 -> "FREQ=MONTHLY;BYDAY=" + pick(List.of("2TU", "-1SU", "MO,TU;BYSETPOS=-1")) + limit;
                case 2 -> "FREQ=YEARLY;BYMONTH=" + (1 + random.nextInt(12)) + ";BYDAY=1SU,-1MO" + limit;
                case 3 -> "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30" + limit;
                default -> "FREQ=HOURLY;INTERVAL=" + (5 + random.nextInt(20)) + limit;
            };
        }

        private static String text(LocalDateTime local) {
            return local.toString().replaceAll("[-:]", "") + "00";
        }
    }
}
