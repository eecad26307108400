package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.EVER;
import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;
import static io.calendarsync.recurrence.SeriesOf.days;
import static io.calendarsync.recurrence.SeriesOf.hours;
import static io.calendarsync.recurrence.SeriesOf.id;
import static io.calendarsync.recurrence.SeriesOf.local;
import static io.calendarsync.recurrence.SeriesOf.starting;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as an instance of a series, and how long it takes. */
class SeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void singleEvent_occursOnceWithoutRecurrenceId() {
        Event single = Event.builder(
                        new EventRef(new CalendarId("c"), "e"),
                        Timed.of(local("20260105T090000"), BERLIN, Duration.ofHours(1)))
                .build();

        assertThat(Series.of(single).between(EVER, BERLIN).items())
                .containsExactly(new Occurrence(single, Optional.empty(), single.time(), single.span(BERLIN)));
        assertThat(Series.of(single).end()).contains(Instant.parse("2026-01-05T09:00:00Z"));
    }

    @Test
    void cancelledEvent_doesNotOccur() {
        Event cancelled = hours("20260105T090000", BERLIN).rule("FREQ=DAILY").master().toBuilder()
                .status(EventStatus.CANCELLED)
                .build();

        assertThat(Series.of(cancelled).between(EVER, BERLIN).items()).isEmpty();
    }

    @Test
    void overrideWithoutMaster_occursUnderItsRecurrenceId() {
        RecurrenceId original = id("20260105T080000Z");
        Event override = SeriesOf.override(original, Timed.of(local("20260105T100000"), BERLIN, Duration.ofHours(1)))
                .build();

        assertThat(Series.of(override).between(EVER, BERLIN).items())
                .extracting(Occurrence::recurrenceId)
                .containsExactly(Optional.of(original));
    }

    @Test
    void startOutsideTheRule_isAnInstanceAndTheFirstThatCountCounts() {
        assertThat(hours("20260106T090000", BERLIN)
                        .rule("FREQ=WEEKLY;BYDAY=MO;COUNT=3")
                        .starts())
                .containsExactly("20260106T090000", "20260112T090000", "20260119T090000");
    }

    @Test
    void severalRules_areUnitedWithoutRepetition() {
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;COUNT=3")
                        .rule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3")
                        .starts())
                .containsExactly("20260105T090000", "20260106T090000", "20260107T090000", "20260112T090000");
    }

    @Test
    void dates_addInstances_periodsWithTheirOwnLength() {
        Series series = hours("20260105T090000", BERLIN)
                .date("20260107T100000")
                .period("20260108T100000", Duration.ofMinutes(20))
                .date("20260109T110000Z")
                .date("20260110")
                .build();

        assertThat(series.between(EVER, BERLIN).items())
                .extracting(occurrence ->
                        SeriesOf.start(occurrence) + " " + occurrence.span().length())
                .containsExactly(
                        "20260105T090000 PT1H",
                        "20260107T100000 PT1H",
                        "20260108T100000 PT20M",
                        "20260109T120000 PT1H",
                        "20260110T090000 PT1H");
    }

    @Test
    void periodOnAnInstanceOfTheRule_givesItItsLength() {
        Series series = hours("20260105T090000", BERLIN)
                .rule("FREQ=DAILY;COUNT=2")
                .period("20260106T090000", Duration.ofMinutes(20))
                .build();

        assertThat(series.between(EVER, BERLIN).items())
                .extracting(occurrence -> occurrence.span().length())
                .containsExactly(Duration.ofHours(1), Duration.ofMinutes(20));
    }

    @Test
    void exceptionDates_areReadAsTheTypeOfTheSeries() {
        assertThat(hours("20260105T090000", NEW_YORK)
                        .rule("FREQ=DAILY;COUNT=5")
                        .except("20260105T140000Z")
                        .except("20260106T090000")
                        .except("20260107")
                        .except("20260108T091500")
                        .starts())
                .containsExactly("20260108T090000", "20260109T090000");
        assertThat(days("20260105")
                        .rule("FREQ=DAILY;COUNT=5")
                        .except("20260106T000000")
                        .except("20260107T050000Z")
                        .except("20260108")
                        .starts())
                .containsExactly("20260105T000000", "20260109T000000");
        assertThat(starting(new Floating(local("20260105T090000"), Duration.ofHours(1)))
                        .rule("FREQ=DAILY;COUNT=4")
                        .except("20260106T090000Z")
                        .except("20260107")
                        .starts())
                .containsExactly("20260105T090000", "20260108T090000");
    }

    @Test
    void dateException_takesEveryInstanceOfThatLocalDay() {
        assertThat(hours("20260105T060000", BERLIN)
                        .rule("FREQ=HOURLY;INTERVAL=12;COUNT=5")
                        .except("20260106")
                        .starts())
                .containsExactly("20260105T060000", "20260105T180000", "20260107T060000");
    }

    @Test
    void exceptionRule_takesWhatItNames() {
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;COUNT=8")
                        .exceptionRule("FREQ=WEEKLY;BYDAY=SA,SU")
                        .starts())
                .containsExactly(
                        "20260105T090000",
                        "20260106T090000",
                        "20260107T090000",
                        "20260108T090000",
                        "20260109T090000",
                        "20260112T090000");
    }

    @Test
    void until_isReadInTheZoneAndTypeOfTheStart() {
        assertThat(hours("20260105T200000", NEW_YORK)
                        .rule("FREQ=DAILY;UNTIL=20260107T010000Z")
                        .starts())
                .containsExactly("20260105T200000", "20260106T200000");
        assertThat(hours("20260105T200000", NEW_YORK)
                        .rule("FREQ=DAILY;UNTIL=20260107")
                        .starts())
                .containsExactly("20260105T200000", "20260106T200000", "20260107T200000");
        assertThat(hours("20260105T200000", NEW_YORK)
                        .rule("FREQ=DAILY;UNTIL=20260106T200000")
                        .starts())
                .containsExactly("20260105T200000", "20260106T200000");
        assertThat(days("20260105").rule("FREQ=DAILY;UNTIL=20260106T235959Z").starts())
                .containsExactly("20260105T000000", "20260106T000000");
        assertThat(starting(new Floating(local("20260105T200000"), Duration.ZERO))
                        .rule("FREQ=DAILY;UNTIL=20260106T200000Z")
                        .starts())
                .containsExactly("20260105T200000", "20260106T200000");
    }

    @Test
    void untilBeforeTheStart_leavesTheStart() {
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;UNTIL=20251231")
                        .starts())
                .containsExactly("20260105T090000");
    }

    @Test
    void instances_carryTheirRecurrenceIdInTheTypeOfTheSeries() {
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;COUNT=2")
                        .build()
                        .between(EVER, BERLIN)
                        .items())
                .extracting(occurrence -> occurrence.recurrenceId().orElseThrow())
                .containsExactly(
                        new RecurrenceId.Zoned(local("20260105T090000"), BERLIN),
                        new RecurrenceId.Zoned(local("20260106T090000"), BERLIN));
        assertThat(days("20260105")
                        .rule("FREQ=DAILY;COUNT=1")
                        .build()
                        .between(EVER, BERLIN)
                        .items())
                .extracting(occurrence -> occurrence.recurrenceId().orElseThrow())
                .containsExactly(new RecurrenceId.OnDate(LocalDate.of(2026, 1, 5)));
    }

    @Test
    void window_isHalfOpen_andKeepsWhatStillRuns() {
        SeriesOf nights = starting(Timed.of(local("20260105T230000"), ZoneOffset.UTC, Duration.ofHours(2)))
                .rule("FREQ=DAILY;COUNT=4");

        assertThat(nights.starts(interval("2026-01-07T00:30:00Z", "2026-01-07T23:00:00Z")))
                .containsExactly("20260106T230000");
        assertThat(nights.starts(interval("2026-01-07T01:00:00Z", "2026-01-07T23:00:01Z")))
                .containsExactly("20260107T230000");
    }

    @Test
    void zeroLength_isLegal_andBelongsToTheWindowItStandsIn() {
        SeriesOf moments = starting(Timed.of(local("20260105T090000"), ZoneOffset.UTC, Duration.ZERO))
                .rule("FREQ=DAILY;COUNT=3");

        assertThat(moments.starts(interval("2026-01-06T09:00:00Z", "2026-01-07T09:00:00Z")))
                .containsExactly("20260106T090000");
    }

    @Test
    void severalDays_keepTheirNumberInEveryViewersZone() {
        Series days = starting(new AllDay(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 3, 30)))
                .rule("FREQ=WEEKLY;COUNT=2")
                .build();

        assertThat(days.between(EVER, BERLIN).items())
                .extracting(Occurrence::time)
                .containsExactly(
                        new AllDay(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 3, 30)),
                        new AllDay(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));
        assertThat(days.between(EVER, BERLIN).items())
                .extracting(occurrence -> occurrence.span().length())
                .containsExactly(Duration.ofHours(71), Duration.ofHours(72));
    }

    @Test
    void exactLength_isElapsedTime_nominalLengthIsWallClock() {
        EventTime exact = Timed.of(local("20260328T120000"), BERLIN, Duration.ofHours(24));
        EventTime nominal = new Timed(local("20260328T120000"), BERLIN, new End.Nominal(1, Duration.ZERO));

        assertThat(starting(exact)
                        .rule("FREQ=DAILY;COUNT=2")
                        .build()
                        .between(EVER, BERLIN)
                        .items())
                .extracting(occurrence -> occurrence.span().end().toString())
                .containsExactly("2026-03-29T11:00:00Z", "2026-03-30T10:00:00Z");
        assertThat(starting(nominal)
                        .rule("FREQ=DAILY;COUNT=2")
                        .build()
                        .between(EVER, BERLIN)
                        .items())
                .extracting(occurrence -> occurrence.span().end().toString())
                .containsExactly("2026-03-29T10:00:00Z", "2026-03-30T10:00:00Z");
    }

    @Test
    void endOfItsOwn_keepsItsDistanceOnTheWallClock() {
        EventTime flight = new Timed(local("20260306T180000"), NEW_YORK, new End.Own(local("20260307T073000"), BERLIN));

        assertThat(starting(flight)
                        .rule("FREQ=WEEKLY;COUNT=2")
                        .build()
                        .between(EVER, BERLIN)
                        .items())
                .extracting(occurrence -> occurrence.span().toString())
                .containsExactly(
                        interval("2026-03-06T23:00:00Z", "2026-03-07T06:30:00Z").toString(),
                        interval("2026-03-13T22:00:00Z", "2026-03-14T06:30:00Z").toString());
    }

    @Test
    void end_isNeverTooEarly() {
        assertThat(hours("20260105T090000", BERLIN).rule("FREQ=DAILY").build().end())
                .isEmpty();
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;COUNT=3")
                        .build()
                        .end())
                .contains(Instant.parse("2026-01-07T09:00:00Z"));
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3")
                        .build()
                        .end())
                .contains(Instant.parse("2026-01-12T09:00:00Z"));
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=DAILY;UNTIL=20260107T080000Z")
                        .build()
                        .end())
                .contains(Instant.parse("2026-01-07T09:00:00Z"));
        assertThat(days("20260105").rule("FREQ=DAILY;COUNT=2").build().end().orElseThrow())
                .isAfterOrEqualTo(LocalDate.of(2026, 1, 7)
                        .atStartOfDay(ZoneId.of("Etc/GMT+12"))
                        .toInstant());
        assertThat(hours("20260105T090000", BERLIN)
                        .rule("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=1000000")
                        .build()
                        .end())
                .isEmpty();
    }

    @Test
    void walk_findsTheSameOneAtATime() {
        Series series = hours("20260105T090000", BERLIN).rule("FREQ=DAILY").build();
        Interval within = interval("2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z");
        Expansion walk = series.walk(within, BERLIN);
        List<Occurrence> walked = new java.util.ArrayList<>();
        walk.forEachRemaining(walked::add);

        assertThat(walked).isEqualTo(series.between(within, BERLIN).items()).hasSize(92);
        assertThat(walk.isCut()).isFalse();
    }

    private static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }
}
