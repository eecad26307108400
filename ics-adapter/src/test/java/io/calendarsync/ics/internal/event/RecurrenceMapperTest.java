package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.BERLIN;
import static io.calendarsync.ics.internal.event.Feeds.event;
import static io.calendarsync.ics.internal.event.Feeds.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceMapperTest {

    private static final String BERLIN_START = "DTSTART;TZID=Europe/Berlin:20260301T090000";
    private static final LocalDateTime MARCH_3 = LocalDateTime.of(2026, 3, 3, 9, 0);

    private static Recurrence recurrence(Event event) {
        assertThat(event.shape()).isInstanceOf(EventShape.Series.class);
        return ((EventShape.Series) event.shape()).recurrence();
    }

    private static RecurrenceId exception(String start, String exdate) {
        Recurrence recurrence = recurrence(event(start, "RRULE:FREQ=DAILY", exdate));
        assertThat(recurrence.exceptionDates()).hasSize(1);
        return recurrence.exceptionDates().get(0);
    }

    @Test
    void lines_are_kept_verbatim_and_what_they_say_beside_them() {
        Event event = event(
                BERLIN_START,
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXRULE:FREQ=WEEKLY",
                "RDATE;TZID=Europe/Berlin:20260310T090000",
                "EXDATE;TZID=Europe/Berlin:20260302T090000,20260303T090000");

        assertThat(recurrence(event).lines())
                .containsExactly(
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "EXRULE:FREQ=WEEKLY",
                        "RDATE;TZID=Europe/Berlin:20260310T090000",
                        "EXDATE;TZID=Europe/Berlin:20260302T090000,20260303T090000");
        assertThat(recurrence(event).rules()).containsExactly("FREQ=DAILY;COUNT=3");
        assertThat(recurrence(event).exceptionRules()).containsExactly("FREQ=WEEKLY");
        assertThat(recurrence(event).dates())
                .containsExactly(new RecurrenceDate(
                        new RecurrenceId.Zoned(LocalDateTime.of(2026, 3, 10, 9, 0), BERLIN), Optional.empty()));
        assertThat(recurrence(event).exceptionDates())
                .containsExactly(
                        new RecurrenceId.Zoned(MARCH_3.minusDays(1), BERLIN), new RecurrenceId.Zoned(MARCH_3, BERLIN));
        assertThat(event.degradations()).isEmpty();
    }

    @Test
    void further_dates_alone_make_a_series() {
        assertThat(recurrence(event("RDATE:20260310T090000Z")).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:", "EXDATE:20260302T090000Z", "RRULE: "})
    void an_empty_rule_or_an_exception_alone_makes_none(String line) {
        assertThat(event(line).shape()).isEqualTo(new EventShape.Single());
    }

    @Test
    void a_rule_without_frequency_is_kept_and_said_so() {
        Event event = event("RRULE:COUNT=3");

        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_RULE);
        assertThat(recurrence(event).rules()).containsExactly("COUNT=3");
    }

    @Test
    void an_exception_date_of_a_timed_series_is_that_whole_day() {
        RecurrenceId day = new RecurrenceId.OnDate(LocalDate.of(2026, 3, 3));

        assertThat(exception(BERLIN_START, "EXDATE;VALUE=DATE:20260303")).isEqualTo(day);
        assertThat(exception(BERLIN_START, "EXDATE:20260303")).isEqualTo(day);
        assertThat(exception("DTSTART:20260301T090000", "EXDATE:20260303")).isEqualTo(day);
    }

    @Test
    void a_further_date_of_a_timed_series_is_at_its_usual_time() {
        assertThat(recurrence(event(BERLIN_START, "RDATE;VALUE=DATE:20260303")).dates())
                .extracting(RecurrenceDate::start)
                .containsExactly(new RecurrenceId.Zoned(MARCH_3, BERLIN));
    }

    @Test
    void an_exception_time_of_an_all_day_series_is_its_day() {
        RecurrenceId day = new RecurrenceId.OnDate(LocalDate.of(2026, 3, 3));

        assertThat(exception("DTSTART:20260301", "EXDATE:20260303T000000")).isEqualTo(day);
        assertThat(exception("DTSTART:20260301", "EXDATE:20260303T000000Z")).isEqualTo(day);
        assertThat(exception("DTSTART:20260301", "EXDATE;TZID=Europe/Berlin:20260303T000000"))
                .isEqualTo(day);
    }

    @Test
    void an_exception_in_utc_is_the_same_instant_on_the_series_clock() {
        assertThat(exception(BERLIN_START, "EXDATE:20260303T080000Z"))
                .isEqualTo(new RecurrenceId.Zoned(MARCH_3, BERLIN));
    }

    @Test
    void an_exception_without_zone_is_on_the_series_clock() {
        assertThat(exception(BERLIN_START, "EXDATE:20260303T090000"))
                .isEqualTo(new RecurrenceId.Zoned(MARCH_3, BERLIN));
        assertThat(exception("DTSTART:20260301T090000Z", "EXDATE:20260303T090000"))
                .isEqualTo(new RecurrenceId.Zoned(MARCH_3, ZoneOffset.UTC));
    }

    @Test
    void an_exception_of_a_floating_series_floats() {
        assertThat(exception("DTSTART:20260301T090000", "EXDATE:20260303T090000"))
                .isEqualTo(new RecurrenceId.Floating(MARCH_3));
        assertThat(exception("DTSTART:20260301T090000", "EXDATE:20260303T000000Z"))
                .isEqualTo(new RecurrenceId.Floating(MARCH_3));
    }

    @Test
    void a_period_has_its_own_length() {
        Recurrence recurrence = recurrence(event(
                "DTSTART:20260301T090000Z",
                "RDATE;VALUE=PERIOD:20260303T090000Z/20260303T120000Z,20260304T090000Z/PT5H30M,20260305T090000Z"));

        assertThat(recurrence.dates())
                .extracting(RecurrenceDate::length)
                .containsExactly(
                        Optional.of(Duration.ofHours(3)), Optional.of(Duration.ofMinutes(330)), Optional.empty());
    }

    @Test
    void a_date_that_cannot_be_read_is_left_out_and_said_so() {
        Event event = event("RRULE:FREQ=DAILY", "EXDATE:20260303T090000Z,whenever,20260304T090000Z");

        assertThat(recurrence(event).exceptionDates()).hasSize(2);
        assertThat(reasons(event)).containsExactly(Reason.UNREADABLE_RULE);
    }

    @Test
    void dates_beyond_the_limit_are_left_out_and_said_so() {
        String dates = IntStream.rangeClosed(1, 28)
                .mapToObj(day -> "202602%02dT090000Z".formatted(day))
                .collect(Collectors.joining(","));
        Feed feed = Feeds.read(
                Feeds.calendar(Feeds.vevent(
                        "UID:u", "DTSTART:20260201T090000Z", "RRULE:FREQ=DAILY", "EXDATE:" + dates, "EXDATE:" + dates)),
                FeedLimits.defaults().withExceptionDates(30));
        Event event = feed.events(0, 1).get(0);

        assertThat(recurrence(event).exceptionDates()).hasSize(30);
        assertThat(reasons(event)).containsExactly(Reason.TOO_LARGE);
    }
}
