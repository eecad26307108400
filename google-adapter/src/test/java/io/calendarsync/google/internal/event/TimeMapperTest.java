package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.AllDay;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.EventTime.Floating;
import io.calendarsync.model.EventTime.Timed;
import io.calendarsync.model.Interval;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.ZoneNames;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMapperTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private final TimeMapper mapper = new TimeMapper(ZoneNames.bundled());
    private final Findings findings = new Findings();

    private static ObjectNode object(String json) {
        return Json.parse(json).orElseThrow();
    }

    private EventTime read(String start, String end) {
        return mapper.read(object("{\"start\":" + start + ",\"end\":" + end + "}"), findings);
    }

    private List<Reason> found() {
        return findings.all().stream().map(Degradation::reason).toList();
    }

    private ObjectNode written(EventTime time) {
        ObjectNode event = Json.object();
        assertThat(mapper.write(time, event)).isEmpty();
        return event;
    }

    // From Google

    @Test
    void the_end_of_whole_days_is_the_day_after_the_last() {
        assertThat(read("{\"date\":\"2026-03-10\"}", "{\"date\":\"2026-03-12\"}"))
                .isEqualTo(new AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 12)));
        assertThat(found()).isEmpty();
    }

    @Test
    void days_that_end_on_the_day_they_start_are_one_day() {
        assertThat(read("{\"date\":\"2026-03-10\"}", "{\"date\":\"2026-03-10\"}"))
                .isEqualTo(new AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11)));
    }

    @Test
    void the_offset_is_the_calendars_and_the_clock_is_the_events() {
        EventTime time = read(
                "{\"dateTime\":\"2026-03-10T15:00:00+01:00\",\"timeZone\":\"America/New_York\"}",
                "{\"dateTime\":\"2026-03-10T16:00:00+01:00\",\"timeZone\":\"America/New_York\"}");

        assertThat(time)
                .isEqualTo(Timed.of(
                        LocalDateTime.of(2026, 3, 10, 10, 0), ZoneId.of("America/New_York"), Duration.ofHours(1)));
    }

    @Test
    void a_local_time_with_a_zone_stays_on_its_clock() {
        EventTime time = read(
                "{\"dateTime\":\"2026-03-29T02:30:00\",\"timeZone\":\"Europe/Zurich\"}",
                "{\"dateTime\":\"2026-03-29T04:00:00\",\"timeZone\":\"Europe/Zurich\"}");

        assertThat(time.localStart()).isEqualTo(LocalDateTime.of(2026, 3, 29, 2, 30));
        assertThat(time.span(ZoneOffset.UTC))
                .isEqualTo(new Interval(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-29T02:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"Z,Z", "+00:00,Z", "+02:00,+02:00", "-03:30,-03:30"})
    void a_time_without_a_zone_is_at_its_offset(String offset, String zone) {
        EventTime time = read(
                "{\"dateTime\":\"2026-03-10T09:00:00" + offset + "\"}",
                "{\"dateTime\":\"2026-03-10T10:00:00" + offset + "\"}");

        assertThat(time)
                .isEqualTo(Timed.of(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneOffset.of(zone), Duration.ofHours(1)));
    }

    @Test
    void a_time_with_neither_floats() {
        assertThat(read("{\"dateTime\":\"2026-03-10T09:00:00\"}", "{\"dateTime\":\"2026-03-10T10:00:00\"}"))
                .isEqualTo(new Floating(LocalDateTime.of(2026, 3, 10, 9, 0), Duration.ofHours(1)));
    }

    @Test
    void the_later_of_two_times_that_a_clock_shows_alike_keeps_its_instant() {
        EventTime time = read(
                "{\"dateTime\":\"2026-10-25T02:30:00+01:00\",\"timeZone\":\"Europe/Zurich\"}",
                "{\"dateTime\":\"2026-10-25T03:30:00+01:00\",\"timeZone\":\"Europe/Zurich\"}");

        assertThat(time.span(ZoneOffset.UTC))
                .isEqualTo(new Interval(Instant.parse("2026-10-25T01:30:00Z"), Instant.parse("2026-10-25T02:30:00Z")));
    }

    @Test
    void a_flight_ends_on_another_clock() {
        EventTime time = read(
                "{\"dateTime\":\"2026-03-10T10:00:00+01:00\",\"timeZone\":\"Europe/Zurich\"}",
                "{\"dateTime\":\"2026-03-10T13:00:00-04:00\",\"timeZone\":\"America/New_York\"}");

        assertThat(time)
                .isEqualTo(new Timed(
                        LocalDateTime.of(2026, 3, 10, 10, 0),
                        ZURICH,
                        new End.Own(LocalDateTime.of(2026, 3, 10, 13, 0), ZoneId.of("America/New_York"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T09:00:00.5+01:00",
                "2026-03-10T09:00:00.1234567890+01:00",
                "2026-03-10t09:00:00+01:00"
            })
    void fractions_of_any_length_and_letters_of_any_case_are_read(String text) {
        assertThat(read(
                                "{\"dateTime\":\"" + text + "\",\"timeZone\":\"Europe/Zurich\"}",
                                "{\"dateTime\":\"2026-03-10T10:00:00+01:00\"}")
                        .localStart())
                .isEqualTo(LocalDateTime.of(2026, 3, 10, 9, 0));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_zone_this_java_lacks_is_a_degradation_and_the_instant_stands() {
        EventTime time = read(
                "{\"dateTime\":\"2026-03-10T09:00:00+01:00\",\"timeZone\":\"Moon/Tranquility\"}",
                "{\"dateTime\":\"2026-03-10T10:00:00+01:00\",\"timeZone\":\"Moon/Tranquility\"}");

        assertThat(time.span(ZoneOffset.UTC).start()).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
        assertThat(found()).containsExactly(Reason.UNKNOWN_ZONE);
    }

    @Test
    void a_new_name_of_an_old_zone_is_known() {
        assertThat(((Timed) read(
                                "{\"dateTime\":\"2026-03-10T09:00:00+02:00\",\"timeZone\":\"Europe/Kyiv\"}",
                                "{\"dateTime\":\"2026-03-10T10:00:00+02:00\",\"timeZone\":\"Europe/Kyiv\"}"))
                        .zone()
                        .getRules())
                .isEqualTo(ZoneId.of("Europe/Kiev").getRules());
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"date\":\"2026-13-40\"}|{\"date\":\"2026-03-10\"}",
                "{\"dateTime\":\"20260310T090000Z\"}|{\"dateTime\":\"2026-03-10T10:00:00Z\"}",
                "{}|{}",
                "\"noon\"|7",
                "{\"date\":\"2026-03-10\"}|{\"dateTime\":\"2026-03-10T10:00:00Z\"}",
                "{\"date\":\"2026-03-10\"}|{\"date\":\"2026-03-09\"}",
                "{\"dateTime\":\"2026-03-10T09:00:00Z\"}|{\"dateTime\":\"2026-03-10T08:00:00Z\"}",
                "{\"dateTime\":\"2026-03-10T09:00:00Z\"}|{}",
                "{\"date\":\"+12026-03-10\"}|{\"date\":\"+12026-03-11\"}"
            })
    void what_cannot_be_read_is_said(String start, String end) {
        assertThat(read(start, end)).isNotNull();
        assertThat(found()).contains(Reason.UNREADABLE_TIME);
    }

    // To Google

    @Test
    void a_clock_is_written_without_an_offset_that_rules_may_change() {
        assertThat(written(Timed.of(LocalDateTime.of(2026, 7, 10, 9, 0), ZURICH, Duration.ofHours(1))))
                .isEqualTo(object("""
                        {"start":{"dateTime":"2026-07-10T09:00:00","timeZone":"Europe/Zurich"},
                        "end":{"dateTime":"2026-07-10T10:00:00","timeZone":"Europe/Zurich"}}"""));
    }

    @Test
    void a_clock_that_could_be_read_in_two_ways_is_written_with_its_offset() {
        assertThat(written(Timed.of(LocalDateTime.of(2026, 10, 25, 2, 30), ZURICH, Duration.ofHours(1))))
                .isEqualTo(object("""
                        {"start":{"dateTime":"2026-10-25T02:30:00+02:00","timeZone":"Europe/Zurich"},
                        "end":{"dateTime":"2026-10-25T02:30:00+01:00","timeZone":"Europe/Zurich"}}"""));
    }

    @Test
    void utc_days_and_lengths_of_days_are_written() {
        assertThat(written(Timed.of(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneOffset.UTC, Duration.ofHours(1))))
                .isEqualTo(object("""
                        {"start":{"dateTime":"2026-03-10T09:00:00Z","timeZone":"UTC"},
                        "end":{"dateTime":"2026-03-10T10:00:00Z","timeZone":"UTC"}}"""));
        assertThat(written(new AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 12))))
                .isEqualTo(object("{\"start\":{\"date\":\"2026-03-10\"},\"end\":{\"date\":\"2026-03-12\"}}"));
        assertThat(written(new Timed(
                                LocalDateTime.of(2026, 3, 28, 9, 0), ZURICH, new End.Nominal(1, Duration.ofHours(1))))
                        .path("end")
                        .path("dateTime")
                        .textValue())
                .isEqualTo("2026-03-29T10:00:00");
    }

    @Test
    void a_time_without_a_zone_cannot_be_written() {
        assertThat(mapper.write(new Floating(LocalDateTime.of(2026, 3, 10, 9, 0), Duration.ZERO), Json.object()))
                .isPresent();
    }

    @Test
    void a_time_that_was_written_reads_the_same() {
        for (EventTime time : List.of(
                Timed.of(LocalDateTime.of(2026, 10, 25, 2, 30), ZURICH, Duration.ofHours(1)),
                Timed.of(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneOffset.UTC, Duration.ofMinutes(5)),
                Timed.of(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneOffset.ofHours(5), Duration.ZERO),
                new Timed(
                        LocalDateTime.of(2026, 3, 10, 9, 0),
                        ZURICH,
                        new End.Own(LocalDateTime.of(2026, 3, 10, 9, 0), ZoneId.of("America/New_York"))),
                new AllDay(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11)))) {
            assertThat(mapper.read(written(time), findings)).isEqualTo(time);
        }
    }

    @Test
    void an_instance_is_named_by_the_instant_or_the_date_the_rule_gives_it() {
        assertThat(OriginalStart.parameter(new RecurrenceId.Zoned(LocalDateTime.of(2026, 7, 10, 9, 0), ZURICH)))
                .isEqualTo("2026-07-10T07:00:00Z");
        assertThat(OriginalStart.parameter(new RecurrenceId.OnDate(LocalDate.of(2026, 7, 10))))
                .isEqualTo("2026-07-10");
        assertThat(mapper.originalStart(object("{\"originalStartTime\":{\"date\":\"2026-07-10\"}}"), findings))
                .isEqualTo(Optional.of(new RecurrenceId.OnDate(LocalDate.of(2026, 7, 10))));
    }
}
