package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceMapperTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final RecurrenceId TIMED = new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 10, 9, 0), ZURICH);
    private static final RecurrenceId DAYS = new RecurrenceId.OnDate(LocalDate.of(2026, 3, 10));

    private final Findings findings = new Findings();

    private static ObjectNode event(String... lines) {
        ObjectNode event = Json.object();
        for (String line : lines) {
            event.withArrayProperty("recurrence").add(line);
        }
        return event;
    }

    private Recurrence read(RecurrenceId start, String... lines) {
        return new RecurrenceMapper(ZoneNames.bundled()).read(event(lines), start, findings);
    }

    private static RecurrenceId zoned(int day, int hour) {
        return new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, day, hour, 0), ZURICH);
    }

    @Test
    void lines_are_kept_as_they_came_and_read() {
        Recurrence read = read(
                TIMED,
                "RRULE:FREQ=DAILY;COUNT=5",
                "EXDATE;TZID=Europe/Zurich:20260311T090000,20260312T090000",
                "RDATE;TZID=\"Europe/Zurich\":20260401T090000",
                "EXRULE:FREQ=WEEKLY");

        assertThat(read.lines()).hasSize(4).contains("RRULE:FREQ=DAILY;COUNT=5");
        assertThat(read.rules()).containsExactly("FREQ=DAILY;COUNT=5");
        assertThat(read.exceptionRules()).containsExactly("FREQ=WEEKLY");
        assertThat(read.exceptionDates()).containsExactly(zoned(11, 9), zoned(12, 9));
        assertThat(read.dates())
                .containsExactly(new RecurrenceDate(
                        new RecurrenceId.Zoned(LocalDateTime.of(2026, 4, 1, 9, 0), ZURICH), Optional.empty()));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void dates_of_other_clocks_are_put_on_the_series_clock() {
        assertThat(read(
                                TIMED,
                                "EXDATE:20260311T080000Z",
                                "EXDATE;TZID=America/New_York:20260312T040000",
                                "EXDATE:20260313T090000")
                        .exceptionDates())
                .containsExactly(zoned(11, 9), zoned(12, 9), zoned(13, 9));
    }

    @Test
    void a_day_in_a_timed_series_takes_away_what_is_on_that_day_and_adds_the_usual_time() {
        Recurrence read = read(TIMED, "EXDATE;VALUE=DATE:20260311", "RDATE;VALUE=DATE:20260320");

        assertThat(read.exceptionDates()).containsExactly(new RecurrenceId.OnDate(LocalDate.of(2026, 3, 11)));
        assertThat(read.dates()).containsExactly(new RecurrenceDate(zoned(20, 9), Optional.empty()));
    }

    @Test
    void dates_of_a_series_of_days_are_days() {
        assertThat(read(DAYS, "EXDATE;VALUE=DATE:20260311,20260312", "RDATE:20260320T090000Z"))
                .isEqualTo(new Recurrence(
                        List.of("EXDATE;VALUE=DATE:20260311,20260312", "RDATE:20260320T090000Z"),
                        List.of(),
                        List.of(),
                        List.of(new RecurrenceDate(
                                new RecurrenceId.OnDate(LocalDate.of(2026, 3, 20)), Optional.empty())),
                        List.of(
                                new RecurrenceId.OnDate(LocalDate.of(2026, 3, 11)),
                                new RecurrenceId.OnDate(LocalDate.of(2026, 3, 12)))));
    }

    @Test
    void periods_have_a_length_of_their_own() {
        assertThat(read(
                                TIMED,
                                "RDATE;VALUE=PERIOD:20260320T080000Z/PT2H30M,20260321T080000Z/20260321T090000Z,20260322T080000Z/P1W")
                        .dates())
                .containsExactly(
                        new RecurrenceDate(zoned(20, 9), Optional.of(Duration.ofMinutes(150))),
                        new RecurrenceDate(zoned(21, 9), Optional.of(Duration.ofHours(1))),
                        new RecurrenceDate(zoned(22, 9), Optional.of(Duration.ofDays(7))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no line",
                "DTSTART:20260310",
                "EXDATE:sometimes",
                "RDATE:20261340T000000Z",
                "RDATE;VALUE=PERIOD:20260320T080000Z/whenever",
                "EXDATE:20260311T250000Z"
            })
    void what_cannot_be_read_is_said_and_all_else_is_read(String line) {
        assertThat(read(TIMED, line, "RRULE:FREQ=DAILY").rules()).containsExactly("FREQ=DAILY");
        assertThat(findings.all()).extracting(Degradation::reason).containsExactly(Reason.UNREADABLE_RULE);
    }

    @Test
    void more_dates_than_anybody_shows_are_cut() {
        String dates =
                IntStream.range(0, 10_001).mapToObj(i -> "20260311T090000").collect(Collectors.joining(","));

        assertThat(read(TIMED, "EXDATE:" + dates).exceptionDates()).hasSize(10_000);
        assertThat(findings.all()).extracting(Degradation::reason).containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void only_rules_and_dates_make_a_series() {
        assertThat(RecurrenceMapper.repeats(event("RRULE:FREQ=DAILY"))).isTrue();
        assertThat(RecurrenceMapper.repeats(event("rdate:20260311T090000Z"))).isTrue();
        assertThat(RecurrenceMapper.repeats(event("EXDATE:20260311T090000Z"))).isFalse();
        assertThat(RecurrenceMapper.repeats(Json.object())).isFalse();
    }
}
