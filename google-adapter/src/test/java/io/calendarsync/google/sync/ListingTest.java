package io.calendarsync.google.sync;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.page;
import static io.calendarsync.google.GoogleServer.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventShape;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first reading of a calendar. */
class ListingTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    @Test
    void masters_and_exceptions_are_asked_for_and_never_instances() {
        GOOGLE.answersAll(lastPage("s1"));

        GOOGLE.session().changes(CALENDAR, START);

        assertThat(GOOGLE.lastAsked().getUrl()).startsWith("/calendar/v3/calendars/anna@example.com/events?");
        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("maxResults", "1000", "timeMin", "2026-01-30T08:00:00.000Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,en-US",
        "Pacific/Chatham,tr-TR",
        "Asia/Kolkata,ar-EG",
        "UTC,th-TH-u-ca-buddhist-nu-thai"
    })
    void the_question_and_the_times_are_the_same_wherever_the_machine_is(String zone, String locale) {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(locale));
            GOOGLE.answersAll(lastPage("s1", event("gap", """
                            "start":{"dateTime":"2026-03-29T02:30:00","timeZone":"Europe/Zurich"},
                            "end":{"dateTime":"2026-03-29T03:30:00","timeZone":"Europe/Zurich"}""")));

            ChangePage told = GOOGLE.session().changes(CALENDAR, START);

            assertThat(query(GOOGLE.lastAsked())).containsEntry("timeMin", "2026-01-30T08:00:00.000Z");
            assertThat(events(told).get(0).time().localStart()).hasToString("2026-03-29T02:30");
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }

    @Test
    void pages_are_followed_to_the_one_with_a_sync_token_however_short_or_empty_they_are() {
        GOOGLE.answersInTurn(page("p2", event("a")), page("p3"), page("p4"), lastPage("s1", event("b")));
        ProviderSession session = GOOGLE.session();

        ChangePage first = session.changes(CALENDAR, START);
        ChangePage second = session.changes(CALENDAR, first.next());
        ChangePage third = session.changes(CALENDAR, second.next());
        ChangePage last = session.changes(CALENDAR, third.next());

        assertThat(second.changes()).isEmpty();
        assertThat(third.next()).isEqualTo(new Position.NextPage(START, "p4"));
        assertThat(last.next()).isInstanceOf(Position.Cursor.class);
        assertThat(List.of(first, second, third, last)).allMatch(page -> page.coverage() == Coverage.LISTING);
        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("maxResults", "1000", "timeMin", "2026-01-30T08:00:00.000Z", "pageToken", "p4"));
    }

    @Test
    void a_listing_that_is_mostly_tombstones_is_read_to_its_end() {
        String[] tombstones = IntStream.range(0, 250)
                .mapToObj(i -> "{\"id\":\"gone" + i + "\",\"status\":\"cancelled\"}")
                .toArray(String[]::new);
        GOOGLE.answersInTurn(page("p2", tombstones), page("p3", tombstones), lastPage("s1", event("a")));
        ProviderSession session = GOOGLE.session();

        ChangePage first = session.changes(CALENDAR, START);
        ChangePage last = session.changes(
                CALENDAR, session.changes(CALENDAR, first.next()).next());

        assertThat(first.changes()).hasSize(250).allMatch(RemoteChange.Gone.class::isInstance);
        assertThat(events(last)).extracting(Event::title).containsExactly("Event a");
        assertThat(last.isLast()).isTrue();
    }

    @Test
    void a_page_without_any_token_is_no_end_but_a_failure() {
        GOOGLE.answersAll(ok("{\"items\":[]}"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, START)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void a_page_that_leads_to_itself_is_a_failure_and_no_circle() {
        GOOGLE.answersAll(page("p2"));
        ProviderSession session = GOOGLE.session();
        Position second = session.changes(CALENDAR, START).next();

        assertThatThrownBy(() -> session.changes(CALENDAR, second)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void what_a_page_says_twice_of_one_event_is_told_twice_with_the_times_of_change() {
        GOOGLE.answersAll(lastPage(
                "s1",
                event("a", "\"location\":\"later\"").replace("2026-02-01T10:00:00", "2026-02-01T11:00:00"),
                event("a", "\"location\":\"earlier\"")));

        List<Event> told = events(GOOGLE.session().changes(CALENDAR, START));

        assertThat(told).extracting(Event::title).containsExactly("Event a", "Event a");
        assertThat(told.get(0).revision().updated().orElseThrow())
                .isAfter(told.get(1).revision().updated().orElseThrow());
    }

    @Test
    void every_type_of_event_comes_and_unknown_ones_too() {
        GOOGLE.answersAll(lastPage(
                "s1",
                event("a"),
                event("b", "\"eventType\":\"birthday\""),
                event("c", "\"eventType\":\"focusTime\""),
                event("d", "\"eventType\":\"fromGmail\""),
                event("e", "\"eventType\":\"outOfOffice\""),
                event("f", "\"eventType\":\"workingLocation\""),
                event("g", "\"eventType\":\"siesta\"")));

        assertThat(events(GOOGLE.session().changes(CALENDAR, START)))
                .extracting(event -> event.disposition().kind())
                .containsExactly(
                        EventKind.DEFAULT,
                        EventKind.BIRTHDAY,
                        EventKind.FOCUS_TIME,
                        EventKind.FROM_MAIL,
                        EventKind.OUT_OF_OFFICE,
                        EventKind.WORKING_LOCATION,
                        EventKind.OTHER);
    }

    @Test
    void the_page_tells_the_calendars_name_and_zone_and_how_much_was_read() {
        GOOGLE.answersAll(lastPage("s1", event("a")));

        ChangePage told = GOOGLE.session().changes(CALENDAR, START);

        assertThat(told.notes().name()).isEqualTo("Anna");
        assertThat(told.notes().zone()).isEqualTo(Optional.of(ZoneId.of("Europe/Zurich")));
        assertThat(told.notes().bytes()).isGreaterThan(100);
    }

    @Test
    void an_item_nobody_can_read_is_told_as_degraded_and_one_without_an_id_is_counted() {
        GOOGLE.answersAll(lastPage(
                "s1",
                event("a"),
                "{\"id\":\"odd\",\"start\":\"sometime\",\"recurrence\":[\"no rule\"]}",
                "{\"summary\":\"nobody\"}",
                "[1,{\"id\":\"hidden\"}]"));

        ChangePage told = GOOGLE.session().changes(CALENDAR, START);

        assertThat(events(told)).hasSize(2);
        assertThat(events(told).get(1).degradations()).isNotEmpty();
        assertThat(told.notes().remark()).contains("2 on one page");
    }

    // Series outside of the window

    @Test
    void the_master_of_an_instance_that_was_moved_into_the_window_is_fetched() {
        GOOGLE.answersAll(lastPage("s1", moved("old_1", "old"), moved("old_2", "old")));
        GOOGLE.answers(
                "calendars/anna@example.com/events/old", event("old", "\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]"));

        ChangePage told = GOOGLE.session().changes(CALENDAR, START);

        assertThat(events(told)).extracting(event -> event.ref().eventId()).containsExactly("old_1", "old_2", "old");
        assertThat(events(told).get(2).shape()).isInstanceOf(EventShape.Series.class);
        assertThat(GOOGLE.asked()).hasSize(2);
        assertThat(GOOGLE.spent()).isEqualTo(2);
    }

    @Test
    void a_master_that_is_cancelled_or_not_to_be_seen_is_left_unknown_and_takes_no_instance_along() {
        GOOGLE.answersAll(lastPage("s1", moved("old_1", "old"), moved("far_1", "far")));
        GOOGLE.answers("calendars/anna@example.com/events/old", "{\"id\":\"old\",\"status\":\"cancelled\"}");
        GOOGLE.wire()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/calendar/v3/calendars/anna@example.com/events/far"))
                        .willReturn(GoogleServer.refusal(404, "notFound")));

        ChangePage told = GOOGLE.session().changes(CALENDAR, START);

        assertThat(told.changes()).extracting(RemoteChange::eventId).containsExactly("old_1", "far_1");
    }

    @Test
    void a_master_is_not_fetched_where_its_series_reaches_into_the_window_or_the_page_has_it() {
        GOOGLE.answersAll(lastPage(
                "s1",
                event("old", "\"recurrence\":[\"RRULE:FREQ=DAILY;COUNT=3\"]"),
                moved("old_1", "old"),
                event(
                        "new_1",
                        "\"recurringEventId\":\"new\"",
                        "\"originalStartTime\":{\"dateTime\":\"2026-03-02T09:00:00+01:00\"}")));

        GOOGLE.session().changes(CALENDAR, START);

        assertThat(GOOGLE.asked()).hasSize(1);
    }

    @Test
    void a_cancelled_master_from_outside_the_window_is_told_as_gone() {
        GOOGLE.answersAll(
                lastPage("s1", "{\"id\":\"old\",\"status\":\"cancelled\",\"recurrence\":[\"RRULE:FREQ=DAILY\"]}"));

        assertThat(GOOGLE.session().changes(CALENDAR, START).changes()).containsExactly(new RemoteChange.Gone("old"));
    }

    private static String moved(String id, String series) {
        return event(
                id,
                "\"recurringEventId\":\"" + series + "\"",
                "\"originalStartTime\":{\"dateTime\":\"2025-05-05T09:00:00+02:00\",\"timeZone\":\"Europe/Zurich\"}");
    }

    private static List<Event> events(ChangePage page) {
        return page.changes().stream()
                .filter(RemoteChange.Present.class::isInstance)
                .map(change -> ((RemoteChange.Present) change).event())
                .toList();
    }
}
