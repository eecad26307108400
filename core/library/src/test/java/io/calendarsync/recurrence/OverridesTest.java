package io.calendarsync.recurrence;

import static io.calendarsync.recurrence.SeriesOf.EVER;
import static io.calendarsync.recurrence.SeriesOf.NEW_YORK;
import static io.calendarsync.recurrence.SeriesOf.days;
import static io.calendarsync.recurrence.SeriesOf.hours;
import static io.calendarsync.recurrence.SeriesOf.id;
import static io.calendarsync.recurrence.SeriesOf.local;
import static io.calendarsync.recurrence.SeriesOf.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.model.EventBuilder;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instance an override stands for, and what that does to the others. */
class OverridesTest {

    private static SeriesOf daily() {
        return hours("20260105T090000", NEW_YORK).rule("FREQ=DAILY;COUNT=4");
    }

    private static EventTime hour(String start) {
        return Timed.of(local(start), NEW_YORK, Duration.ofHours(1));
    }

    /** By its instant, by another zone's name for it, by its wall clock without a zone, by its date. */
    @ParameterizedTest
    @ValueSource(strings = {"20260106T140000Z", "20260106T090000", "20260106", "20260106T093000"})
    void override_replacesTheInstanceItNames_howeverItNamesIt(String recurrenceId) {
        assertThat(daily().override(override(id(recurrenceId), hour("20260106T150000")))
                        .starts())
                .containsExactly("20260105T090000", "20260106T150000", "20260107T090000", "20260108T090000");
    }

    @Test
    void recurrenceIdInTheSeriesZone_isMatched() {
        RecurrenceId original = new RecurrenceId.Zoned(local("20260106T090000"), NEW_YORK);

        assertThat(daily().override(override(original, hour("20260106T150000"))).starts())
                .hasSize(4);
    }

    @Test
    void instant_goesBeforeWallClock() {
        List<String> starts = hours("20260105T000000", NEW_YORK)
                .rule("FREQ=HOURLY;COUNT=24")
                .override(override(id("20260105T140000Z"), hour("20260107T000000")))
                .starts();

        assertThat(starts).contains("20260105T140000", "20260107T000000").doesNotContain("20260105T090000");
    }

    @Test
    void dateTimeOnAnAllDaySeries_namesItsDate() {
        EventTime moved = new EventTime.AllDay(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 2));

        assertThat(days("20260105")
                        .rule("FREQ=DAILY;COUNT=3")
                        .override(override(id("20260106T000000"), moved))
                        .starts())
                .containsExactly("20260105T000000", "20260107T000000", "20260201T000000");
    }

    @Test
    void override_outsideTheRule_isAnInstanceOfItsOwn() {
        assertThat(daily().override(override(id("20260120T140000Z"), hour("20260121T090000")))
                        .starts())
                .hasSize(5)
                .contains("20260121T090000");
    }

    @Test
    void cancelledOverride_takesTheInstanceAway() {
        EventBuilder cancelled =
                override(id("20260106T140000Z"), hour("20260106T090000")).status(EventStatus.CANCELLED);

        assertThat(daily().override(cancelled).starts())
                .containsExactly("20260105T090000", "20260107T090000", "20260108T090000");
    }

    @Test
    void override_ofAnExceptedInstance_takesPlaceAllTheSame() {
        assertThat(daily().except("20260106T140000Z")
                        .override(override(id("20260106T140000Z"), hour("20260106T150000")))
                        .starts())
                .contains("20260106T150000")
                .hasSize(4);
    }

    @Test
    void movedOverride_isFoundWhereItIs_andNotWhereItWas() {
        SeriesOf series = daily().override(override(id("20260106T140000Z"), hour("20270301T090000")));

        assertThat(series.starts(day("2026-01-06"))).isEmpty();
        assertThat(series.starts(day("2027-03-01"))).containsExactly("20270301T090000");
    }

    @Test
    void override_canBeAnotherType() {
        EventTime wholeDay = new EventTime.AllDay(LocalDate.of(2026, 1, 6), LocalDate.of(2026, 1, 7));

        assertThat(daily().override(override(id("20260106T140000Z"), wholeDay)).starts())
                .containsExactly("20260105T090000", "20260106T000000", "20260107T090000", "20260108T090000");
    }

    @Test
    void ofTwoForOneInstance_theHigherSequenceHolds() {
        assertThat(daily().override(override(id("20260106T140000Z"), hour("20260106T110000"))
                                .sequence(2))
                        .override(override(id("20260106T090000"), hour("20260106T120000"))
                                .sequence(1))
                        .starts())
                .containsExactly("20260105T090000", "20260106T110000", "20260107T090000", "20260108T090000");
    }

    @Test
    void thisAndFuture_movesAllLaterInstances_inTimeAndLengthAndTitle() {
        Series series = daily().override(andFuture(
                        "20260106T140000Z", Timed.of(local("20260106T103000"), NEW_YORK, Duration.ofMinutes(30))))
                .build();

        assertThat(series.between(EVER, NEW_YORK).items())
                .extracting(o -> SeriesOf.start(o) + " " + o.span().length() + " "
                        + o.event().title() + " "
                        + o.recurrenceId().orElseThrow().local())
                .containsExactly(
                        "20260105T090000 PT1H master 2026-01-05T09:00",
                        "20260106T103000 PT30M override of 2026-01-06T14:00 2026-01-06T14:00",
                        "20260107T103000 PT30M override of 2026-01-06T14:00 2026-01-07T09:00",
                        "20260108T103000 PT30M override of 2026-01-06T14:00 2026-01-08T09:00");
    }

    @Test
    void thisAndFuture_endsAtTheNextOfItsKind_andLeavesSingleOverridesAlone() {
        assertThat(hours("20260105T090000", NEW_YORK)
                        .rule("FREQ=DAILY;COUNT=6")
                        .override(andFuture("20260106T140000Z", hour("20260106T100000")))
                        .override(override(id("20260107T140000Z"), hour("20260107T200000")))
                        .override(andFuture("20260109T140000Z", hour("20260108T110000")))
                        .starts())
                .containsExactly(
                        "20260105T090000",
                        "20260106T100000",
                        "20260107T200000",
                        "20260108T100000",
                        "20260108T110000",
                        "20260109T110000");
    }

    @Test
    void thisAndFuture_cancelled_endsTheSeries() {
        assertThat(daily().override(andFuture("20260107T140000Z", hour("20260107T090000"))
                                .status(EventStatus.CANCELLED))
                        .starts())
                .containsExactly("20260105T090000", "20260106T090000");
    }

    @Test
    void thisAndFuture_movedByWeeks_isFoundInTheWindowItMovedTo() {
        SeriesOf series = hours("20260105T090000", NEW_YORK)
                .rule("FREQ=DAILY")
                .override(andFuture("20260201T140000Z", hour("20260315T090000")));

        assertThat(series.starts(day("2026-04-01"))).containsExactly("20260401T090000");
        assertThat(series.starts(day("2026-02-20"))).isEmpty();
    }

    @Test
    void thisAndFuture_movedToEarlier_isFoundInTheWindowItMovedTo() {
        SeriesOf series = hours("20260105T090000", NEW_YORK)
                .rule("FREQ=DAILY")
                .override(andFuture("20260301T140000Z", hour("20260201T200000")));

        assertThat(series.starts(day("2026-02-10"))).containsExactly("20260210T090000", "20260210T200000");
    }

    @Test
    void thisAndFuture_inAnotherZone_followsThatZonesClock() {
        Series series = hours("20260105T120000", ZoneOffset.UTC)
                .rule("FREQ=DAILY")
                .override(andFuture("20260106T120000Z", hour("20260106T070000")))
                .build();
        Instant summer = Instant.parse("2026-06-05T11:00:00Z");

        assertThat(series.between(new Interval(summer, summer.plusSeconds(60)), NEW_YORK)
                        .items())
                .extracting(SeriesOf::start)
                .containsExactly("20260605T070000");
    }

    @Test
    void end_reachesAsFarAsOverridesWereMoved() {
        assertThat(daily().override(override(id("20260106T140000Z"), hour("20270301T090000")))
                        .build()
                        .end())
                .contains(Instant.parse("2027-03-01T15:00:00Z"));
        assertThat(daily().override(andFuture("20260106T140000Z", hour("20260206T090000")))
                        .build()
                        .end())
                .contains(Instant.parse("2026-02-08T15:00:00Z"));
    }

    @Test
    void otherShapes_areRefused() {
        var master = daily().master();

        assertThatThrownBy(() -> Series.of(master, List.of(master))).isInstanceOf(IllegalArgumentException.class);
    }

    private static EventBuilder andFuture(String original, EventTime time) {
        return override(id(original), time).shape(new EventShape.Override("master", id(original), true));
    }

    private static Interval day(String date) {
        ZoneId zone = NEW_YORK;
        LocalDate day = LocalDate.parse(date);
        return new Interval(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
