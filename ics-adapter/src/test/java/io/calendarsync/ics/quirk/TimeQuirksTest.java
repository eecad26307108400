package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.TOKYO;
import static io.calendarsync.ics.quirk.LoopbackFeed.reasons;
import static io.calendarsync.ics.quirk.LoopbackFeed.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Interval;
import io.calendarsync.recurrence.Occurrence;
import io.calendarsync.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeQuirksTest {

    private static final Interval MARCH =
            new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    private final LoopbackFeed feed = new LoopbackFeed();

    @AfterEach
    void close() {
        feed.close();
    }

    private Event read(String... lines) {
        return feed.event(lines).readOne();
    }

    private static Duration length(Event event) {
        return event.span(ZoneOffset.UTC).length();
    }

    /** Returns the local starts of what takes place in March, put together from all that the feed lists. */
    private List<String> starts(String... components) {
        List<Event> events = feed.calendar(components).read();
        Event master = events.stream().filter(Event::isSeries).findFirst().orElseThrow();
        List<Event> overrides = events.stream()
                .filter(event -> event.shape() instanceof EventShape.Override)
                .toList();
        return Series.of(master, overrides).between(MARCH, TOKYO).items().stream()
                .map(Occurrence::time)
                .map(time -> time.localStart().toString())
                .toList();
    }

    private static String daily(String... lines) {
        return vevent("UID:s\r\nDTSTART;TZID=Europe/Berlin:20260302T090000\r\nDURATION:PT1H\r\n"
                + String.join("\r\n", lines));
    }

    @Test
    void a_date_without_end_is_one_day_and_a_time_without_end_has_no_length() {
        assertThat(read("DTSTART;VALUE=DATE:20260302").time())
                .isEqualTo(new EventTime.AllDay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
        assertThat(length(read("DTSTART:20260302T090000Z"))).isZero();
    }

    @Test
    void whole_days_that_end_on_their_first_day_are_one_day() {
        Event event = read("DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260302");

        assertThat(event.time()).isEqualTo(new EventTime.AllDay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
        assertThat(event.degradations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20260302T090000Z, DTEND:20260302T080000Z",
        "DTSTART:20260302T090000Z, DTEND;VALUE=DATE:20260303",
        "DTSTART;TZID=Europe/Berlin:20260302T090000, DTEND;TZID=Europe/Berlin:20260301T090000"
    })
    void an_end_before_the_start_or_of_another_type_is_dropped_with_a_word(String start, String end) {
        Event event = read(start, end);

        assertThat(event.time().localStart()).isEqualTo(LocalDateTime.of(2026, 3, 2, 9, 0));
        assertThat(length(event)).isZero();
        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_TIME);
    }

    @ParameterizedTest
    @CsvSource({"DURATION:PT90M, PT1H30M", "DURATION:PT2D, PT48H", "DURATION:P2DT, PT48H", "DURATION:P1W, PT168H"})
    void a_duration_instead_of_an_end_also_malformed(String duration, Duration meant) {
        Event event = read("DTSTART:20260302T090000Z", duration);

        assertThat(length(event)).isEqualTo(meant);
        assertThat(event.degradations()).isEmpty();
    }

    @Test
    void an_end_wins_over_a_duration() {
        assertThat(length(read("DTSTART:20260302T090000Z", "DURATION:PT5H", "DTEND:20260302T100000Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_change_for_this_and_all_future_instances_shifts_the_later_ones() {
        assertThat(starts(
                        daily("RRULE:FREQ=WEEKLY;COUNT=4"),
                        vevent(
                                "UID:s",
                                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260316T090000",
                                "DTSTART;TZID=Europe/Berlin:20260317T110000",
                                "DURATION:PT1H")))
                .containsExactly("2026-03-02T09:00", "2026-03-09T09:00", "2026-03-17T11:00", "2026-03-24T11:00");
    }

    @Test
    void an_override_never_recurs_and_may_replace_the_first_instance() {
        assertThat(starts(
                        daily("RRULE:FREQ=WEEKLY;COUNT=3"),
                        vevent(
                                "UID:s",
                                "RECURRENCE-ID;TZID=Europe/Berlin:20260302T090000",
                                "DTSTART;TZID=Europe/Berlin:20260302T150000",
                                "RRULE:FREQ=DAILY")))
                .containsExactly("2026-03-02T15:00", "2026-03-09T09:00", "2026-03-16T09:00");
    }

    @Test
    void an_override_may_come_before_its_master() {
        assertThat(starts(
                        vevent(
                                "UID:s",
                                "RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000",
                                "DTSTART;TZID=Europe/Berlin:20260310T150000"),
                        daily("RRULE:FREQ=WEEKLY;COUNT=3")))
                .containsExactly("2026-03-02T09:00", "2026-03-10T15:00", "2026-03-16T09:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECURRENCE-ID:20260309T080000Z",
                "RECURRENCE-ID:20260309T090000",
                "RECURRENCE-ID;VALUE=DATE:20260309",
                "RECURRENCE-ID;TZID=Europe/London:20260309T080000"
            })
    void a_recurrence_id_in_utc_floating_or_a_date_finds_its_instance(String recurrenceId) {
        assertThat(starts(
                        daily("RRULE:FREQ=WEEKLY;COUNT=3"),
                        vevent("UID:s", recurrenceId, "DTSTART;TZID=Europe/Berlin:20260310T150000")))
                .containsExactly("2026-03-02T09:00", "2026-03-10T15:00", "2026-03-16T09:00");
    }

    @Test
    void a_recurrence_id_outside_the_rule_is_an_instance_of_its_own() {
        assertThat(starts(
                        daily("RRULE:FREQ=WEEKLY;COUNT=2"),
                        vevent(
                                "UID:s",
                                "RECURRENCE-ID;TZID=Europe/Berlin:20260312T090000",
                                "DTSTART;TZID=Europe/Berlin:20260312T100000")))
                .containsExactly("2026-03-02T09:00", "2026-03-09T09:00", "2026-03-12T10:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;VALUE=DATE:20260309",
                "EXDATE:20260309",
                "EXDATE:20260309T080000Z",
                "EXDATE:20260309T090000",
                "EXDATE;TZID=Europe/London:20260309T080000"
            })
    void an_exdate_of_another_type_takes_its_instance_of_a_timed_series_away(String exdate) {
        assertThat(starts(daily("RRULE:FREQ=WEEKLY;COUNT=3", exdate)))
                .containsExactly("2026-03-02T09:00", "2026-03-16T09:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXDATE:20260309T000000", "EXDATE:20260309T000000Z", "EXDATE;VALUE=DATE:20260309"})
    void an_exdate_with_a_time_takes_that_day_of_an_all_day_series_away(String exdate) {
        assertThat(starts(vevent("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=3", exdate)))
                .containsExactly("2026-03-02T00:00", "2026-03-16T00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNTIL=20260316", "UNTIL=20260316T090000", "UNTIL=20260316T080000Z"})
    void until_in_local_time_or_as_a_date_includes_the_last(String until) {
        assertThat(starts(daily("RRULE:FREQ=WEEKLY;" + until)))
                .containsExactly("2026-03-02T09:00", "2026-03-09T09:00", "2026-03-16T09:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;COUNT=2;BYMONTHDAY=5 | 2026-03-02T09:00 | 2026-03-09T09:00",
                "FREQ=WEEKLY;COUNT=2;INTERVAL=0 | 2026-03-02T09:00 | 2026-03-09T09:00",
                "FREQ=DAILY;COUNT=2;BYYEARDAY=5 | 2026-03-02T09:00 | 2026-03-03T09:00"
            })
    void the_illegal_part_of_a_rule_is_ignored_with_a_word(String rule, String first, String second) {
        assertThat(starts(daily("RRULE:" + rule))).containsExactly(first, second);
        assertThat(reasons(feed.readOne())).containsExactly(Reason.UNREADABLE_RULE);
    }

    @Test
    void blanks_in_the_lists_of_a_rule_are_passed_over() {
        assertThat(starts(daily("RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO, TU")))
                .containsExactly("2026-03-02T09:00", "2026-03-03T09:00", "2026-03-09T09:00");
    }
}
