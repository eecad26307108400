package io.calendarsync.ics.internal.write;

import static io.calendarsync.ics.internal.write.Exports.BERLIN;
import static io.calendarsync.ics.internal.write.Exports.event;
import static io.calendarsync.ics.internal.write.Exports.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Details;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.EventTime.End;
import io.calendarsync.model.Location;
import io.calendarsync.model.Organizer;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceDate;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.model.Reminder;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2027, 3, 1, 9, 0);

    private static List<String> timeLines(EventTime time) {
        return lines(event("u", time).build()).stream()
                .filter(line -> line.startsWith("DT") || line.startsWith("DURATION"))
                .toList();
    }

    @Test
    void an_ordinary_event() {
        Event event = event("u@example.com")
                .title("Review; with, all")
                .sequence(2)
                .updated(Instant.parse("2027-01-02T03:04:05.678Z"))
                .build();

        assertThat(Exports.text(event))
                .contains("DTSTAMP:20270102T030405Z\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n");
        assertThat(lines(event))
                .containsExactly(
                        "UID:u@example.com",
                        "LAST-MODIFIED:20270102T030405Z",
                        "SEQUENCE:2",
                        "DTSTART;TZID=Europe/Berlin:20270301T090000",
                        "DTEND;TZID=Europe/Berlin:20270301T100000",
                        "STATUS:CONFIRMED",
                        "TRANSP:OPAQUE",
                        "SUMMARY:Review\\; with\\, all");
    }

    @Test
    void an_event_without_a_time_of_change_bears_the_stamp_that_was_given() {
        assertThat(Exports.text(event("u").build()))
                .contains("DTSTAMP:20261120T080000Z\r\n")
                .doesNotContain("LAST-MOD");
    }

    @Test
    void times_in_utc_floating_and_of_whole_days_need_no_zone() {
        assertThat(timeLines(EventTime.Timed.of(NINE, ZoneOffset.UTC, Duration.ofMinutes(30))))
                .containsExactly("DTSTART:20270301T090000Z", "DTEND:20270301T093000Z");
        assertThat(timeLines(EventTime.Timed.of(NINE, ZoneId.of("Etc/UTC"), Duration.ZERO)))
                .containsExactly("DTSTART:20270301T090000Z");
        assertThat(timeLines(new EventTime.Floating(NINE, Duration.ofMinutes(30))))
                .containsExactly("DTSTART:20270301T090000", "DTEND:20270301T093000");
        assertThat(timeLines(new EventTime.AllDay(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 3))))
                .containsExactly("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270303");
        assertThat(Exports.text(
                        event("u", new EventTime.Floating(NINE, Duration.ZERO)).build()))
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void nominal_days_and_ends_of_their_own_are_said_as_such() {
        assertThat(timeLines(new EventTime.Timed(NINE, BERLIN, new End.Nominal(2, Duration.ofSeconds(3605)))))
                .contains("DURATION:P2DT1H0M5S");
        assertThat(timeLines(new EventTime.Timed(NINE, BERLIN, new End.Nominal(0, Duration.ZERO))))
                .contains("DURATION:P0D");
        Event flight = event(
                        "u",
                        new EventTime.Timed(
                                NINE, BERLIN, new End.Own(NINE.plusHours(2), ZoneId.of("America/New_York"))))
                .build();
        assertThat(lines(flight)).contains("DTEND;TZID=America/New_York:20270301T110000");
        assertThat(Exports.text(flight)).contains("TZID:America/New_York\r\n");
    }

    /** From 2:30 in summer time for an hour: clocks show 2:30 again. */
    @Test
    void an_end_that_clocks_show_twice_is_said_as_a_length() {
        EventTime night = EventTime.Timed.of(LocalDateTime.of(2027, 10, 31, 2, 30), BERLIN, Duration.ofHours(1));

        assertThat(timeLines(night)).containsExactly("DTSTART;TZID=Europe/Berlin:20271031T023000", "DURATION:PT1H");
        assertThat(Exports.roundTrip(event("u", night).build()).time()).isEqualTo(night);
    }

    @Test
    void an_end_before_the_start_or_beyond_the_calendar_is_left_out() {
        assertThat(timeLines(new EventTime.Timed(NINE, BERLIN, new End.Own(NINE.minusHours(2), BERLIN))))
                .containsExactly("DTSTART;TZID=Europe/Berlin:20270301T090000");
        assertThat(timeLines(new EventTime.AllDay(LocalDate.of(9999, 12, 31), LocalDate.of(10_000, 1, 1))))
                .containsExactly("DTSTART;VALUE=DATE:99991231");
    }

    @Test
    void an_offset_goes_by_the_zone_that_has_it() {
        assertThat(timeLines(EventTime.Timed.of(NINE, ZoneOffset.ofHours(2), Duration.ZERO)))
                .containsExactly("DTSTART;TZID=Etc/GMT-2:20270301T090000");
        assertThat(timeLines(EventTime.Timed.of(NINE, ZoneOffset.ofHoursMinutes(5, 45), Duration.ZERO)))
                .containsExactly("DTSTART;TZID=\"+05:45\":20270301T090000");
        Event both = event("u", EventTime.Timed.of(NINE, ZoneOffset.ofHours(2), Duration.ZERO))
                .build();
        Event same = event("v", EventTime.Timed.of(NINE, ZoneId.of("Etc/GMT-2"), Duration.ZERO))
                .build();
        assertThat(Exports.text(both, same).split("BEGIN:VTIMEZONE")).hasSize(2);
    }

    @Test
    void a_series_is_written_as_received() {
        List<String> received = List.of(
                "RRULE:FREQ=WEEKLY;COUNT=9",
                "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20270303T090000/PT2H",
                "EXDATE;TZID=Europe/Berlin:20270308T090000,20270315T090000",
                "EXDATE:20270322T080000Z");
        Recurrence recurrence = new Recurrence(
                received,
                List.of("FREQ=WEEKLY;COUNT=9"),
                List.of(),
                List.of(new RecurrenceDate(berlin(NINE.plusDays(2)), Optional.of(Duration.ofHours(2)))),
                List.of(berlin(NINE.plusDays(7)), berlin(NINE.plusDays(14)), berlin(NINE.plusDays(21))));

        assertThat(lines(event("u").recurrence(recurrence).build())).containsAll(received);
    }

    @Test
    void dates_that_are_not_well_formed_or_in_a_zone_the_file_lacks_are_written_anew() {
        Recurrence recurrence = new Recurrence(
                List.of(
                        "RRULE:FREQ=DAILY",
                        "EXDATE;TZID=W. Europe Standard Time:20270308T090000",
                        "RDATE:20270309\r\nATTENDEE:mailto:evil@example.com"),
                List.of("FREQ=DAILY"),
                List.of(),
                List.of(new RecurrenceDate(berlin(NINE.plusDays(8)), Optional.of(Duration.ofMinutes(90)))),
                List.of(berlin(NINE.plusDays(7)), new RecurrenceId.OnDate(LocalDate.of(2027, 4, 1))));

        assertThat(lines(event("u").recurrence(recurrence).build()))
                .contains(
                        "RRULE:FREQ=DAILY",
                        "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20270309T090000/PT1H30M",
                        "EXDATE;TZID=Europe/Berlin:20270308T090000",
                        "EXDATE;VALUE=DATE:20270401")
                .noneMatch(line -> line.contains("evil") || line.contains("W. Europe"));
    }

    @Test
    void an_override_names_its_instance_and_whether_later_ones_follow() {
        Event moved = event("u")
                .ref(event("u#1").build().ref())
                .shape(new EventShape.Override("u", berlin(NINE.plusDays(1)), true))
                .build();
        Event cancelled = event("u#2")
                .uid("")
                .overrides("u", new RecurrenceId.OnDate(LocalDate.of(2027, 3, 9)))
                .status(EventStatus.CANCELLED)
                .build();

        assertThat(lines(moved)).contains("RECURRENCE-ID;TZID=Europe/Berlin;RANGE=THISANDFUTURE:20270302T090000");
        assertThat(lines(cancelled)).contains("UID:u", "RECURRENCE-ID;VALUE=DATE:20270309", "STATUS:CANCELLED");
    }

    @Test
    void how_it_is_shown_is_said_to_those_who_know_one_word_and_to_those_who_know_five() {
        assertThat(lines(event("u").showAs(ShowAs.FREE).build())).contains("TRANSP:TRANSPARENT");
        assertThat(lines(event("u").showAs(ShowAs.OUT_OF_OFFICE).build()))
                .contains("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF");
        assertThat(lines(event("u").showAs(ShowAs.UNKNOWN).build())).noneMatch(line -> line.startsWith("TRANSP"));
    }

    @Test
    void people_whose_address_is_none_keep_it_where_any_text_may_be() {
        Participants people = new Participants(
                Optional.of(new Organizer(new Person("ann@example.com", "Lee, \"Ann\""), false)),
                List.of(
                        new Attendee(
                                new Person("Max M.", ""),
                                AttendeeRole.OPTIONAL,
                                ParticipationStatus.NEEDS_ACTION,
                                false),
                        new Attendee(
                                new Person("", "Room 5"), AttendeeRole.RESOURCE, ParticipationStatus.ACCEPTED, false),
                        new Attendee(new Person("", " "), AttendeeRole.REQUIRED, ParticipationStatus.ACCEPTED, false)),
                true);

        assertThat(lines(event("u").participants(people).build()))
                .filteredOn(line -> line.startsWith("ORGANIZER") || line.startsWith("ATTENDEE"))
                .containsExactly(
                        "ORGANIZER;CN=\"Lee, ^'Ann^'\":mailto:ann@example.com",
                        "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;EMAIL=Max M.:invalid:nomail",
                        "ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Room 5:invalid:nomail");
    }

    @Test
    void a_reminder_by_mail_goes_to_the_owner_or_to_nobody() {
        Details details = Details.of("Tea");
        Details reminding = new Details(
                details.title(),
                details.description(),
                List.of(),
                Optional.empty(),
                List.of(new Reminder(Duration.ofHours(24), Reminder.Method.EMAIL)),
                List.of(),
                "",
                List.of());
        Attendee stranger = new Attendee(
                new Person("ann@example.com", ""), AttendeeRole.REQUIRED, ParticipationStatus.ACCEPTED, false);
        Attendee owner = new Attendee(
                new Person("me@example.com", ""), AttendeeRole.REQUIRED, ParticipationStatus.ACCEPTED, true);

        assertThat(lines(event("u")
                        .details(reminding)
                        .participants(new Participants(Optional.empty(), List.of(stranger), true))
                        .build()))
                .contains("TRIGGER:-PT24H", "ATTENDEE:invalid:nomail");
        assertThat(lines(event("u")
                        .details(reminding)
                        .participants(new Participants(Optional.empty(), List.of(stranger, owner), true))
                        .build()))
                .contains("ATTENDEE:mailto:me@example.com");
    }

    @Test
    void html_is_there_as_such_and_as_plain_text() {
        assertThat(lines(event("u")
                        .description(Text.html("<p>Come &amp; see</p><p>All</p>"))
                        .build()))
                .contains(
                        "DESCRIPTION:Come & see\\nAll",
                        "X-ALT-DESC;FMTTYPE=text/html:<p>Come &amp\\; see</p><p>All</p>");
    }

    @Test
    void places_are_one_line_and_one_position() {
        Event event = event("u")
                .details(new Details(
                        "",
                        Text.none(),
                        List.of(
                                new Location("Hall", "1 Main St\nTown", "https://example.com/a b"),
                                new Location("", "", "geo:48.2,-16.37;u=35")),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        "11",
                        List.of()))
                .properties(Map.of("URL", "https://example.com/\r\nX:y", "X-SECRET", "s"))
                .build();

        assertThat(lines(event))
                .contains(
                        "LOCATION;ALTREP=\"https://example.com/a%20b\":Hall\\n1 Main St\\nTown",
                        "GEO:48.2;-16.37", "URL:https://example.com/%0D%0AX:y")
                .noneMatch(line -> line.contains("SECRET") || line.startsWith("COLOR"));
    }

    @Test
    void an_event_nobody_knows_the_time_of_is_left_out() {
        EventTime nowhen = new EventTime.Floating(LocalDateTime.of(1970, 1, 1, 0, 0), Duration.ZERO);
        Event unread = event("u", nowhen)
                .degraded(Reason.UNREADABLE_TIME, "no readable start")
                .build();
        Event epoch = event("v", nowhen).build();
        Event late = event("w", EventTime.Timed.of(LocalDateTime.of(10_000, 1, 1, 0, 0), BERLIN, Duration.ZERO))
                .build();

        assertThat(Exports.read(Exports.bytes(List.of(unread, epoch, late))))
                .extracting(Event::uid)
                .containsExactly("v");
    }

    private static RecurrenceId berlin(LocalDateTime local) {
        return new RecurrenceId.Zoned(local, BERLIN);
    }
}
