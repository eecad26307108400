package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;
import static io.calendarsync.recurrence.SeriesOf.hours;
import static io.calendarsync.recurrence.SeriesOf.local;
import static io.calendarsync.recurrence.SeriesOf.starting;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series over days on which the clock is moved (RFC 5545 section 3.3.5). */
class ClockChangesTest {

    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

    @Test
    void newYork_spring_gapIsReadWithTheOffsetBeforeIt() {
        assertThat(instants(hours("20260307T023000", NEW_YORK).rule("FREQ=DAILY;COUNT=3"), NEW_YORK))
                .containsExactly("2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z");
    }

    @Test
    void newYork_spring_instanceInTheGap_isNamedByTheClockItShows() {
        Series series =
                hours("20260307T023000", NEW_YORK).rule("FREQ=DAILY;COUNT=3").build();

        assertThat(series.between(SeriesOf.EVER, NEW_YORK).items())
                .extracting(occurrence -> occurrence.recurrenceId().orElseThrow())
                .contains(new RecurrenceId.Zoned(local("20260308T033000"), NEW_YORK));
    }

    @Test
    void newYork_autumn_overlapIsTheFirstOfTheTwo() {
        assertThat(instants(hours("20261031T013000", NEW_YORK).rule("FREQ=DAILY;COUNT=3"), NEW_YORK))
                .containsExactly("2026-10-31T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z");
    }

    @Test
    void newYork_hourly_stepsOnTheWallClock_sharedInstantsCountOnce() {
        assertThat(instants(hours("20260308T010000", NEW_YORK).rule("FREQ=HOURLY;UNTIL=20260308T050000"), NEW_YORK))
                .containsExactly(
                        "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z", "2026-03-08T09:00:00Z");
        assertThat(instants(hours("20261101T000000", NEW_YORK).rule("FREQ=HOURLY;UNTIL=20261101T030000"), NEW_YORK))
                .containsExactly(
                        "2026-11-01T04:00:00Z", "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z", "2026-11-01T08:00:00Z");
    }

    @Test
    void newYork_secondOfTwoHours_isReachedByAnUtcDate_andNamedByItsOffset() {
        Series series =
                hours("20261030T013000", NEW_YORK).date("20261101T063000Z").build();

        assertThat(series.between(SeriesOf.EVER, NEW_YORK).items())
                .extracting(occurrence -> occurrence.span().start().toString() + " " + SeriesOf.start(occurrence))
                .containsExactly("2026-10-30T05:30:00Z 20261030T013000", "2026-11-01T06:30:00Z 20261101T013000");
    }

    @Test
    void newYork_instancesDisplacedByAGap_stayInOrder() {
        List<String> instants = instants(
                hours("20260308T013000", NEW_YORK).rule("FREQ=MINUTELY;INTERVAL=15;UNTIL=20260308T043000"), NEW_YORK);

        assertThat(instants).isSorted().doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void untilInTheOverlap_isExact() {
        assertThat(instants(hours("20261030T013000", NEW_YORK).rule("FREQ=DAILY;UNTIL=20261101T053000Z"), NEW_YORK))
                .hasSize(3);
        assertThat(instants(hours("20261030T013000", NEW_YORK).rule("FREQ=DAILY;UNTIL=20261101T060000Z"), NEW_YORK))
                .hasSize(3);
        assertThat(instants(hours("20261030T013000", NEW_YORK).rule("FREQ=DAILY;UNTIL=20261101T052959Z"), NEW_YORK))
                .hasSize(2);
    }

    @Test
    void windowsAroundTheChange_findEachInstanceOnce() {
        SeriesOf quarters = hours("20261031T000000", NEW_YORK).rule("FREQ=MINUTELY;INTERVAL=15");
        Instant from = Instant.parse("2026-11-01T04:00:00Z");
        long found = 0;
        for (int hour = 0; hour < 5; hour++) {
            Instant start = from.plus(Duration.ofHours(hour));
            Interval window = new Interval(start, start.plus(Duration.ofHours(1)));
            found += quarters.build().between(window, NEW_YORK).items().stream()
                    .filter(occurrence -> window.contains(occurrence.span().start()))
                    .count();
        }

        assertThat(found).isEqualTo(16);
    }

    @Test
    void lordHowe_movesByHalfAnHour() {
        assertThat(instants(hours("20261003T021500", LORD_HOWE).rule("FREQ=DAILY;COUNT=3"), LORD_HOWE))
                .containsExactly("2026-10-02T15:45:00Z", "2026-10-03T15:45:00Z", "2026-10-04T15:15:00Z");
        assertThat(instants(hours("20260404T014500", LORD_HOWE).rule("FREQ=DAILY;COUNT=3"), LORD_HOWE))
                .containsExactly("2026-04-03T14:45:00Z", "2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z");
    }

    @Test
    void apia_skippedDay_isReadWithTheOffsetBeforeIt() {
        assertThat(instants(hours("20111229T100000", APIA).rule("FREQ=DAILY;COUNT=3"), APIA))
                .containsExactly("2011-12-29T20:00:00Z", "2011-12-30T20:00:00Z");
    }

    @Test
    void apia_skippedDay_isFoundFromEitherSide() {
        SeriesOf daily = hours("20111201T100000", APIA).rule("FREQ=DAILY");
        Instant skipped = Instant.parse("2011-12-30T20:00:00Z");

        assertThat(daily.starts(new Interval(skipped, skipped.plusSeconds(1)))).containsExactly("20111231T100000");
        assertThat(daily.starts(new Interval(skipped.minusSeconds(60), skipped)))
                .isEmpty();
    }

    @Test
    void apia_instanceOfTheSkippedDay_isFoundWhereItWasPut() {
        SeriesOf fridays = hours("20111202T100000", APIA).rule("FREQ=WEEKLY");
        Instant skipped = Instant.parse("2011-12-30T20:00:00Z");

        assertThat(fridays.starts(new Interval(skipped, skipped.plusSeconds(1))))
                .containsExactly("20111231T100000");
    }

    @Test
    void apia_overridesOfTheSkippedDay_areMatched() {
        assertThat(hours("20111202T100000", APIA)
                        .rule("FREQ=WEEKLY;COUNT=6")
                        .override(SeriesOf.override(
                                SeriesOf.id("20111230T200000Z"),
                                hours("20120201T100000", APIA).master().time()))
                        .starts())
                .hasSize(6)
                .contains("20120201T100000")
                .doesNotContain("20111231T100000");
    }

    @Test
    void dayOf25Hours_isFoundInItsLastHour() {
        Instant lastHour = Instant.parse("2026-11-02T04:30:00Z");
        Interval window = new Interval(lastHour, lastHour.plusSeconds(60));

        assertThat(SeriesOf.days("20261101").rule("FREQ=WEEKLY").starts(window)).containsExactly("20261101T000000");
        assertThat(starting(new Timed(local("20261031T234500"), NEW_YORK, new End.Nominal(1, Duration.ZERO)))
                        .rule("FREQ=WEEKLY")
                        .starts(window))
                .containsExactly("20261031T234500");
    }

    @Test
    void end_isNotTooEarly_whereUntilFallsIntoAnOverlap() {
        assertThat(hours("20261031T004500", NEW_YORK)
                        .rule("FREQ=HOURLY;UNTIL=20261101T061500Z")
                        .build()
                        .end()
                        .orElseThrow())
                .isAfterOrEqualTo(Instant.parse("2026-11-01T06:45:00Z"));
    }

    @Test
    void end_isNotTooEarly_whereAnInstanceEndsInAGap() {
        assertThat(starting(new Timed(local("20260228T024500"), NEW_YORK, new End.Nominal(1, Duration.ZERO)))
                        .rule("FREQ=WEEKLY;UNTIL=20260307T081500Z")
                        .build()
                        .end()
                        .orElseThrow())
                .isAfterOrEqualTo(Instant.parse("2026-03-08T07:45:00Z"));
    }

    @Test
    void casablanca_keepsItsWallClockThroughRamadan() {
        assertThat(instants(hours("20260213T090000", CASABLANCA).rule("FREQ=WEEKLY;COUNT=7"), CASABLANCA))
                .containsExactly(
                        "2026-02-13T08:00:00Z",
                        "2026-02-20T09:00:00Z",
                        "2026-02-27T09:00:00Z",
                        "2026-03-06T09:00:00Z",
                        "2026-03-13T09:00:00Z",
                        "2026-03-20T09:00:00Z",
                        "2026-03-27T08:00:00Z");
    }

    @Test
    void floatingSeries_isReadInTheViewersZone() {
        SeriesOf early = starting(new Floating(local("20260307T023000"), Duration.ofHours(1)))
                .rule("FREQ=DAILY;COUNT=3");

        assertThat(instants(early, NEW_YORK))
                .containsExactly("2026-03-07T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z");
        assertThat(instants(early, APIA))
                .containsExactly("2026-03-06T13:30:00Z", "2026-03-07T13:30:00Z", "2026-03-08T13:30:00Z");
    }

    @Test
    void wholeDays_areAsLongAsTheClockMakesThem() {
        Series days = starting(new AllDay(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8)))
                .rule("FREQ=DAILY;COUNT=3")
                .build();

        assertThat(days.between(SeriesOf.EVER, NEW_YORK).items())
                .extracting(occurrence -> occurrence.span().length())
                .containsExactly(Duration.ofHours(24), Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void wholeDays_areFoundByEveryViewer() {
        SeriesOf days = SeriesOf.days("20260101").rule("FREQ=DAILY");
        for (String viewer : List.of("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "America/New_York")) {
            ZoneId zone = ZoneId.of(viewer);
            Instant noon = LocalDate.of(2026, 6, 5).atTime(12, 0).atZone(zone).toInstant();

            assertThat(days.build()
                            .between(new Interval(noon, noon.plusSeconds(1)), zone)
                            .items())
                    .extracting(SeriesOf::start)
                    .containsExactly("20260605T000000");
        }
    }

    private static List<String> instants(SeriesOf series, ZoneId viewer) {
        return series.build().between(SeriesOf.EVER, viewer).items().stream()
                .map(occurrence -> occurrence.span().start().toString())
                .toList();
    }
}
