package io.calendarsync.engine.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.Hours;
import io.calendarsync.WorkingHours;
import io.calendarsync.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void hoursOfADay_areInstantsOfItsZone() {
        WorkingHours hours = WorkingHours.in(BERLIN).weekdays("09:00-12:00", "13:00-17:00");

        assertThat(on(hours, MONDAY, BERLIN)).containsExactly(Duration.ofHours(3), Duration.ofHours(4));
        assertThat(Openings.of(hours, day(MONDAY, BERLIN)).open().get(0).start())
                .isEqualTo("2026-03-02T08:00:00Z");
    }

    /** 29 March 2026 has 23 hours in Berlin, 25 October has 25. */
    @Test
    void whereTheClockChanges_aDayIsAsLongAsTheClockSays() {
        WorkingHours allDay = WorkingHours.in(BERLIN).everyDay("00:00-24:00");
        WorkingHours night = WorkingHours.in(BERLIN).everyDay("01:00-04:00");

        assertThat(stretch(allDay, LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(23));
        assertThat(stretch(allDay, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
        assertThat(stretch(night, LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(2));
        assertThat(stretch(night, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(4));
    }

    /** In Berlin 2:00 to 3:00 is skipped on 29 March 2026 and comes twice on 25 October. */
    @Test
    void noInstantIsOpen_whoseClockIsNot() {
        for (String hours : List.of("01:00-02:30", "02:15-02:45", "02:30-05:00", "02:00-03:00", "01:30-02:00")) {
            WorkingHours working = WorkingHours.in(BERLIN).everyDay(hours);
            Hours named = Hours.of(hours);
            for (LocalDate day : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
                for (Interval open : Openings.of(working, day(day, BERLIN)).open()) {
                    for (Instant at = open.start(); at.isBefore(open.end()); at = at.plusSeconds(60)) {
                        LocalTime clock = LocalTime.ofInstant(at, BERLIN);
                        assertThat(!clock.isBefore(named.from()) && clock.isBefore(named.to()))
                                .as("%s on %s at %s", hours, day, clock)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** 30 December 2011 does not exist in Samoa. */
    @Test
    void aDayThatDoesNotExist_hasNoHours() {
        WorkingHours hours = WorkingHours.in(APIA).except(LocalDate.of(2011, 12, 30), "09:00-17:00");

        assertThat(hours.of(LocalDate.of(2011, 12, 30))).hasSize(1);
        assertThat(Openings.of(hours, day(LocalDate.of(2011, 12, 31), APIA)).open())
                .allMatch(open -> open.length().compareTo(Duration.ofHours(8)) <= 0);
    }

    @Test
    void hoursThatMeet_areOpenWithoutAPause_alsoOverMidnight() {
        WorkingHours hours = WorkingHours.in(BERLIN).everyDay("00:00-24:00");
        Interval week = new Interval(
                MONDAY.atStartOfDay(BERLIN).toInstant(),
                MONDAY.plusWeeks(1).atStartOfDay(BERLIN).toInstant());

        Openings openings = Openings.of(hours, week);

        assertThat(openings.open()).hasSize(1);
        assertThat(openings.stretches()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aNightThatBeganTheDayBefore_isOpenInTheMorning() {
        WorkingHours hours = WorkingHours.in(BERLIN).everyDay("22:00-06:00");
        Interval morning = new Interval(
                MONDAY.atTime(1, 0).atZone(BERLIN).toInstant(),
                MONDAY.atTime(2, 0).atZone(BERLIN).toInstant());

        assertThat(Openings.of(hours, morning).open()).anyMatch(open -> open.overlaps(morning));
    }

    private static List<Duration> on(WorkingHours hours, LocalDate day, ZoneId zone) {
        Interval within = day(day, zone);
        return Openings.of(hours, within).open().stream()
                .filter(within::overlaps)
                .map(Interval::length)
                .toList();
    }

    private static Duration stretch(WorkingHours hours, LocalDate day) {
        Interval within = day(day, hours.zone());
        return Openings.of(hours, within).stretches().stream()
                .filter(stretch -> within.contains(stretch.start()))
                .map(Interval::length)
                .findFirst()
                .orElseThrow();
    }

    private static Interval day(LocalDate day, ZoneId zone) {
        return new Interval(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
