package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.BERLIN;
import static io.calendarsync.ics.internal.event.Feeds.TOKYO;
import static io.calendarsync.ics.internal.event.Feeds.calendar;
import static io.calendarsync.ics.internal.event.Feeds.event;
import static io.calendarsync.ics.internal.event.Feeds.reasons;
import static io.calendarsync.ics.internal.event.Feeds.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneBookTest {

    private static ZoneId zone(Event event) {
        assertThat(event.time()).isInstanceOf(EventTime.Timed.class);
        return ((EventTime.Timed) event.time()).zone();
    }

    private static Event in(String tzid) {
        return event("DTSTART;TZID=" + tzid + ":20260301T090000");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "\"Europe/Berlin\", Europe/Berlin",
        "US/Eastern, America/New_York",
        "W. Europe Standard Time, Europe/Berlin",
        "Eastern Standard Time, America/New_York",
    })
    void ids_links_and_windows_names_are_known(String tzid, ZoneId meant) {
        assertThat(in(tzid).degradations()).isEmpty();
        assertThat(zone(in(tzid)).getRules()).isEqualTo(meant.getRules());
    }

    @Test
    void a_name_with_a_colon_is_read_though_nobody_quoted_it() {
        Event event = in("(UTC-03:00) Brasília");

        assertThat(event.time().localStart()).hasToString("2026-03-01T09:00");
        assertThat(zone(event).getRules())
                .isEqualTo(ZoneId.of("America/Sao_Paulo").getRules());
        assertThat(reasons(event)).containsExactly(Reason.GUESSED_ZONE);
    }

    @Test
    void a_vendors_prefix_is_seen_through() {
        assertThat(zone(in("/mozilla.org/20070129_1/Europe/Berlin"))).isEqualTo(BERLIN);
    }

    @Test
    void an_unknown_zone_is_read_as_the_owner_said_and_said_so() {
        Event event = in("Customized Time Zone");

        assertThat(reasons(event)).containsExactly(Reason.UNKNOWN_ZONE);
        assertThat(zone(event)).isEqualTo(TOKYO);
    }

    @Test
    void an_unknown_zone_is_read_in_the_calendars_own_if_it_has_one() {
        Event event = Feeds.events(
                        "X-WR-TIMEZONE:Europe/Berlin", vevent("UID:u", "DTSTART;TZID=Custom:20260301T090000"))
                .get(0);

        assertThat(zone(event)).isEqualTo(BERLIN);
    }

    @Test
    void a_calendars_own_zone_shifts_no_utc_time() {
        Event event = Feeds.events("X-WR-TIMEZONE:Europe/Berlin", vevent("UID:u", "DTSTART:20260301T090000Z"))
                .get(0);

        assertThat(event.time())
                .isEqualTo(EventTime.Timed.of(
                        java.time.LocalDateTime.of(2026, 3, 1, 9, 0), ZoneOffset.UTC, Duration.ZERO));
    }

    @Test
    void a_time_zone_component_may_say_where_it_is_also_after_the_events() {
        Event event = Feeds.events(
                        vevent("UID:u", "DTSTART;TZID=Custom:20260301T090000"),
                        "BEGIN:VTIMEZONE",
                        "TZID:Custom",
                        "X-LIC-LOCATION:Europe/Berlin",
                        "END:VTIMEZONE")
                .get(0);

        assertThat(zone(event)).isEqualTo(BERLIN);
        assertThat(event.degradations()).isEmpty();
    }

    @Test
    void a_known_id_means_what_it_means_whatever_the_feed_defines() {
        Event event = Feeds.events(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "X-LIC-LOCATION:Asia/Tokyo",
                        "BEGIN:STANDARD",
                        "DTSTART:16010101T000000",
                        "TZOFFSETFROM:+5730",
                        "TZOFFSETTO:+5730",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        vevent("UID:u", "DTSTART;TZID=Europe/Berlin:20260301T090000"))
                .get(0);

        assertThat(zone(event)).isEqualTo(BERLIN);
    }

    @Test
    void a_time_zone_component_without_anything_does_no_harm() {
        assertThat(Feeds.read(calendar("BEGIN:VTIMEZONE", "TZID:", "END:VTIMEZONE"))
                        .size())
                .isZero();
    }

    /** On a class path with ical4j these are ids of the JVM, handed from one feed to the next. */
    @ParameterizedTest
    @ValueSource(strings = {"ical4j-local-0", "ical4j-local-1", "ical4j~Europe/Berlin"})
    void zones_that_another_library_registered_are_unknown(String tzid) {
        assertThat(reasons(in(tzid))).containsAnyOf(Reason.UNKNOWN_ZONE, Reason.GUESSED_ZONE);
        assertThat(zone(in(tzid)).getId()).doesNotStartWith("ical4j");
    }

    @Test
    void two_hundred_costly_definitions_are_read_in_no_time() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add("BEGIN:VTIMEZONE\r\nTZID:z" + i);
            for (int rule = 0; rule < 50; rule++) {
                lines.add("BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
                lines.add("RRULE:FREQ=YEARLY;BYMONTH=" + (1 + rule % 12) + ";BYDAY=1SU\r\nEND:STANDARD");
            }
            lines.add("END:VTIMEZONE");
            lines.add(vevent("UID:a" + i, "DTSTART;TZID=z" + i + ":19700101T000000"));
            lines.add(vevent("UID:b" + i, "DTSTART;TZID=z" + i + ":22000101T000000"));
        }

        long begun = System.nanoTime();
        List<Event> events = Feeds.events(lines.toArray(String[]::new));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf("200 costly time zones: %d ms%n", took.toMillis());
        assertThat(events).hasSize(400);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
}
