package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.TOKYO;
import static io.calendarsync.ics.quirk.LoopbackFeed.reasons;
import static io.calendarsync.ics.quirk.LoopbackFeed.vevent;
import static io.calendarsync.ics.quirk.LoopbackFeed.vtimezone;
import static io.calendarsync.ics.quirk.LoopbackFeed.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneQuirksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LoopbackFeed feed = new LoopbackFeed();

    @AfterEach
    void close() {
        feed.close();
    }

    private static String at(String tzid) {
        return vevent("DTSTART;TZID=\"" + tzid + "\":20260701T090000");
    }

    @Test
    void windows_names_as_tzid_with_a_vtimezone_for_some_only() {
        List<Event> events = feed.calendar(
                        vtimezone("W. Europe Standard Time", "+0100", "+0200"),
                        vevent("UID:a", "DTSTART;TZID=W. Europe Standard Time:20260701T090000"),
                        vevent("UID:b", "DTSTART;TZID=Eastern Standard Time:20260701T090000"))
                .read();

        assertThat(events).extracting(LoopbackFeed::zone).containsExactly(BERLIN, ZoneId.of("America/New_York"));
        assertThat(events).allSatisfy(event -> assertThat(event.degradations()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customized Time Zone", "tzone://Microsoft/Custom"})
    void a_customized_time_zone_is_its_vtimezone(String tzid) {
        Event event = feed.calendar(vtimezone(tzid, "+0100", "+0200"), at(tzid)).readOne();

        assertThat(zone(event)).isEqualTo(BERLIN);
        assertThat(event.degradations()).isEmpty();
    }

    @Test
    void a_customized_time_zone_without_vtimezone_is_the_calendars_with_a_warning() {
        Event event = feed.calendar(at("Customized Time Zone")).readOne();
        Event utc = feed.calendar(at("tzone://Microsoft/Utc")).readOne();

        assertThat(zone(event)).isEqualTo(TOKYO);
        assertThat(reasons(event)).containsExactly(Reason.UNKNOWN_ZONE);
        assertThat(zone(utc)).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(UTC-05:00) Eastern Time (US & Canada) | America/New_York",
                "Western/Central Europe | Europe/Berlin",
                "US-Eastern | America/New_York",
                "Japan | Asia/Tokyo",
                "/mozilla.org/20050126_1/Europe/Berlin | Europe/Berlin",
                "/softwarestudio.org/Olson_20011030_5/America/Chicago | America/Chicago",
                "GMT+0200 | +02:00"
            })
    void display_names_as_tzid_are_guessed_and_said_to_be(String tzid, ZoneId meant) {
        Event event = feed.calendar(at(tzid)).readOne();

        assertThat(zone(event).getRules()).isEqualTo(meant.getRules());
        assertThat(reasons(event)).isSubsetOf(Reason.GUESSED_ZONE);
    }

    @Test
    void a_displayed_name_whose_vtimezone_agrees_is_no_guess() {
        String tzid = "(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome";
        Event event = feed.calendar(vtimezone(tzid, "+0100", "+0200"), at(tzid.replace("\\", "")))
                .readOne();

        assertThat(zone(event)).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(event.degradations()).isEmpty();
    }

    @Test
    void a_vtimezone_from_the_year_1601_or_1_and_empty_ones() {
        String year1 = vtimezone("Year One", "-0500", "-0400")
                .replace("16010101", "00010101")
                .replace("-1SU;BYMONTH=10", "1SU;BYMONTH=11")
                .replace("-1SU;BYMONTH=3", "2SU;BYMONTH=3")
                .replace("T030000", "T020000");
        List<Event> events = feed.calendar(
                        "BEGIN:VTIMEZONE\r\nTZID:\r\nEND:VTIMEZONE",
                        "BEGIN:VTIMEZONE\r\nTZID:Year One\r\nEND:VTIMEZONE",
                        year1,
                        vtimezone("Year 1601", "+0100", "+0200"),
                        vevent("UID:a", "DTSTART;TZID=Year One:20260701T090000"),
                        vevent("UID:b", "DTSTART;TZID=Year 1601:20260701T090000"))
                .read();

        assertThat(events).extracting(LoopbackFeed::zone).containsExactly(ZoneId.of("America/New_York"), BERLIN);
        assertThat(events).allSatisfy(event -> assertThat(event.degradations()).isEmpty());
    }

    @Test
    void an_iana_tzid_without_vtimezone_or_with_an_old_one_is_the_jdks() {
        String wrong = vtimezone("Europe/Berlin", "+0500", "+0600");

        assertThat(zone(feed.calendar(at("Europe/Berlin")).readOne())).isEqualTo(BERLIN);
        assertThat(zone(feed.calendar(wrong, at("Europe/Berlin")).readOne())).isEqualTo(BERLIN);
        assertThat(feed.readOne().degradations()).isEmpty();
    }

    @Test
    void floating_times_stay_floating_and_are_read_in_the_feeds_zone_else_the_hosts() {
        Event event = feed.calendar("X-WR-TIMEZONE:America/Chicago", vevent("DTSTART:20260701T090000"))
                .readOne();

        assertThat(event.time()).isEqualTo(new EventTime.Floating(LocalDateTime.of(2026, 7, 1, 9, 0), Duration.ZERO));
        assertThat(feed.firstPage().notes().zone()).contains(ZoneId.of("America/Chicago"));
        feed.event("DTSTART:20260701T090000");
        assertThat(feed.firstPage().notes().zone()).contains(TOKYO);
    }

    @Test
    void another_zone_of_a_feed_changes_no_floating_event() {
        String[] floating = {vevent("UID:a", "DTSTART:20260701T090000"), vevent("UID:b", "DTSTART:20260702T090000")};
        feed.calendar("X-WR-TIMEZONE:America/Chicago", floating[0], floating[1]);
        CalendarId calendar = feed.sync();
        assertThat(feed.stored(calendar)).hasSize(2);

        feed.calendar("X-WR-TIMEZONE:Europe/Berlin", floating[0], floating[1]);

        assertThat(feed.poll()).isEmpty();
    }

    @Test
    void x_wr_timezone_shifts_no_utc_time_unless_the_host_wants_series_to_follow_it() {
        feed.calendar(
                "X-WR-TIMEZONE:Europe/Berlin",
                vevent("UID:a", "DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY"),
                vevent("UID:b", "DTSTART:20260302T090000Z"));

        List<Event> plain = feed.read();
        List<Event> followed =
                feed.with(builder -> builder.utcSeriesInCalendarZone()).read();

        assertThat(plain).extracting(LoopbackFeed::zone).containsOnly(ZoneOffset.UTC);
        assertThat(followed).extracting(LoopbackFeed::zone).containsExactly(BERLIN, ZoneOffset.UTC);
        assertThat(followed.get(0).time().localStart()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0));
    }

    @Test
    void an_impossible_offset_makes_the_jdks_zone_be_used() {
        String bad = vtimezone("W. Europe Standard Time", "+5730", "+5830");

        assertThat(zone(feed.calendar(bad, at("W. Europe Standard Time")).readOne()))
                .isEqualTo(BERLIN);
        Event unknown = feed.calendar(vtimezone("Nobodys", "+5730", "+5830"), at("Nobodys"))
                .readOne();
        assertThat(reasons(unknown)).containsExactly(Reason.UNKNOWN_ZONE);
    }
}
