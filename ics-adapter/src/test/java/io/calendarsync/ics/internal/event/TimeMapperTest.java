package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.BERLIN;
import static io.calendarsync.ics.internal.event.Feeds.event;
import static io.calendarsync.ics.internal.event.Feeds.events;
import static io.calendarsync.ics.internal.event.Feeds.reasons;
import static io.calendarsync.ics.internal.event.Feeds.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMapperTest {

    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDateTime NINE = MARCH_1.atTime(9, 0);

    private static EventTime whole(String... lines) {
        Event event = event(lines);
        assertThat(event.degradations()).isEmpty();
        return event.time();
    }

    private static EventTime degraded(Reason reason, String... lines) {
        Event event = event(lines);
        assertThat(reasons(event)).containsExactly(reason);
        return event.time();
    }

    @Test
    void a_time_in_a_zone_is_on_its_wall_clock() {
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000", "DTEND;TZID=Europe/Berlin:20260301T100000"))
                .isEqualTo(Timed.of(NINE, BERLIN, Duration.ofHours(1)));
    }

    @Test
    void utc_stays_utc_whatever_zone_stands_beside_it() {
        assertThat(whole("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ofHours(1)));
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000Z"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ZERO));
    }

    @Test
    void a_time_without_zone_stays_floating() {
        assertThat(whole("DTSTART:20260301T090000", "DTEND:20260301T093000"))
                .isEqualTo(new Floating(NINE, Duration.ofMinutes(30)));
        assertThat(whole("DTSTART;TZID=:20260301T090000")).isEqualTo(new Floating(NINE, Duration.ZERO));
    }

    @Test
    void dates_are_whole_days() {
        assertThat(whole("DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260303"))
                .isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(2)));
    }

    @Test
    void a_date_needs_no_value_parameter() {
        assertThat(whole("DTSTART:20260301")).isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
    }

    @Test
    void a_time_under_value_date_is_its_date() {
        assertThat(whole("DTSTART;VALUE=DATE:20260301T000000")).isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "20260329T000000, 20260329T120000, PT12H",
        "20260329T023000, 20260329T033000, PT1H",
        "20261025T000000, 20261025T120000, PT12H",
    })
    void a_floating_event_is_as_long_as_its_wall_clocks_are_apart(String start, String end, Duration length) {
        List<Event> events = events("X-WR-TIMEZONE:Europe/Berlin", vevent("UID:u", "DTSTART:" + start, "DTEND:" + end));

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.time())
                        .isEqualTo(new Floating(event.time().localStart(), length)));
    }

    @Test
    void a_date_without_end_is_one_day_and_a_time_without_end_has_no_length() {
        assertThat(whole("DTSTART;VALUE=DATE:20260301")).isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000"))
                .isEqualTo(Timed.of(NINE, BERLIN, Duration.ZERO));
    }

    @Test
    void a_day_that_ends_when_it_starts_is_one_day() {
        assertThat(whole("DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260301"))
                .isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
    }

    @Test
    void an_end_before_the_start_is_dropped_and_said_so() {
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART:20260301T090000Z", "DTEND:20260301T080000Z"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ZERO));
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART:20260301", "DTEND:20260228"))
                .isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART:20260301T090000", "DTEND:20260301T080000"))
                .isEqualTo(new Floating(NINE, Duration.ZERO));
    }

    @Test
    void an_end_of_the_other_type_is_dropped_and_said_so() {
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART:20260301T090000Z", "DTEND;VALUE=DATE:20260302"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ZERO));
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART;VALUE=DATE:20260301", "DTEND:20260302T090000Z"))
                .isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(1)));
    }

    @Test
    void an_end_wins_over_a_duration() {
        assertThat(whole("DTSTART:20260301T090000Z", "DURATION:PT5H", "DTEND:20260301T100000Z"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ofHours(1)));
    }

    @Test
    void an_end_that_cannot_be_read_leaves_the_duration() {
        assertThat(degraded(Reason.UNREADABLE_TIME, "DTSTART:20260301T090000Z", "DTEND:soon", "DURATION:PT5H"))
                .isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ofHours(5)));
    }

    @Test
    void an_end_across_a_clock_change_is_elapsed_time() {
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260328T200000", "DTEND;TZID=Europe/Berlin:20260329T080000"))
                .isEqualTo(Timed.of(LocalDateTime.of(2026, 3, 28, 20, 0), BERLIN, Duration.ofHours(11)));
    }

    @Test
    void an_end_on_another_clock_keeps_it() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000", "DTEND;TZID=Asia/Tokyo:20260302T050000"))
                .isEqualTo(new Timed(NINE, BERLIN, new End.Own(LocalDateTime.of(2026, 3, 2, 5, 0), tokyo)));
    }

    @Test
    void an_end_without_zone_is_on_the_starts_clock() {
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000", "DTEND:20260301T100000"))
                .isEqualTo(Timed.of(NINE, BERLIN, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H30M, PT1H30M",
        "PT90M, PT1H30M",
        "pt15m, PT15M",
        "+PT15M, PT15M",
        "PT0S, PT0S",
        "PT10S, PT10S",
        "PT36H, PT36H",
        "P1H, PT1H",
    })
    void a_duration_of_hours_and_less_is_exact(String text, Duration meant) {
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000", "DURATION:" + text))
                .isEqualTo(Timed.of(NINE, BERLIN, meant));
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 1, PT0S",
        "P2W, 14, PT0S",
        "P1DT2H, 1, PT2H",
        "PT2D, 2, PT0S",
        "P2DT, 2, PT0S",
        "P15DT5H0M20S, 15, PT5H20S",
    })
    void a_duration_of_days_is_nominal_also_in_two_malformed_forms(String text, int days, Duration time) {
        assertThat(whole("DTSTART;TZID=Europe/Berlin:20260301T090000", "DURATION:" + text))
                .isEqualTo(new Timed(NINE, BERLIN, new End.Nominal(days, time)));
    }

    @ParameterizedTest
    @CsvSource({"P1D, 1", "P1W, 7", "PT24H, 1", "PT1H, 1", "PT25H, 2", "PT0S, 1"})
    void a_duration_of_an_all_day_event_is_whole_days(String text, int days) {
        assertThat(whole("DTSTART;VALUE=DATE:20260301", "DURATION:" + text))
                .isEqualTo(new AllDay(MARCH_1, MARCH_1.plusDays(days)));
    }

    @Test
    void a_duration_of_a_floating_event_is_elapsed_time() {
        assertThat(whole("DTSTART:20260301T090000", "DURATION:P1DT1H"))
                .isEqualTo(new Floating(NINE, Duration.ofHours(25)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "P", "PT", "1H", "PT1X", "P99999W", "PT1H1H", "P1DT1D"})
    void a_duration_that_means_nothing_is_dropped_and_said_so(String text) {
        Event event = event("DTSTART:20260301T090000Z", "DURATION:" + text);

        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_TIME);
        assertThat(event.time()).isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "20260301T0900Z, 2026-03-01T09:00:00",
        "2026-03-01T09:00:00Z, 2026-03-01T09:00:00",
        "20260301t090000z, 2026-03-01T09:00:00",
        "20260301T090000.000Z, 2026-03-01T09:00:00",
        "20260301 090000Z, 2026-03-01T09:00:00",
        "20260301T240000Z, 2026-03-02T00:00:00",
        "20260301T085960Z, 2026-03-01T08:59:59",
    })
    void forms_that_senders_write_are_read(String text, LocalDateTime meant) {
        assertThat(whole("DTSTART:" + text)).isEqualTo(Timed.of(meant, ZoneOffset.UTC, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20260230", "20261301", "00000101", "tomorrow", "2026030", "20260301T99", "20260301T250000Z"})
    void a_start_that_cannot_be_read_makes_a_stub_out_of_everybodys_way(String text) {
        Event event = event("DTSTART:" + text, "SUMMARY:kept");

        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_TIME);
        assertThat(event.title()).isEqualTo("kept");
        assertThat(event.time().localStart().getYear()).isEqualTo(1970);
    }

    @Test
    void years_1_to_9999_are_read() {
        assertThat(whole("DTSTART:00010101").localStart().getYear()).isEqualTo(1);
        assertThat(whole("DTSTART:99991231").localStart().getYear()).isEqualTo(9999);
    }

    @Test
    void an_end_without_start_is_a_moment_at_that_end() {
        Event event =
                Feeds.events(Feeds.vevent("UID:u", "DTEND:20260301T090000Z")).get(0);

        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_TIME);
        assertThat(event.time()).isEqualTo(Timed.of(NINE, ZoneOffset.UTC, Duration.ZERO));
    }
}
