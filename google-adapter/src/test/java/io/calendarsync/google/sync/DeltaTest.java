package io.calendarsync.google.sync;

import static io.calendarsync.google.GoogleServer.CALENDAR;
import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.event;
import static io.calendarsync.google.GoogleServer.lastPage;
import static io.calendarsync.google.GoogleServer.page;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CursorLost;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventShape;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed since a cursor. */
class DeltaTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static Position cursor() {
        GOOGLE.answersAll(lastPage("s1"));
        Position cursor = GOOGLE.session().changes(CALENDAR, START).next();
        GOOGLE.wire().resetAll();
        return cursor;
    }

    @Test
    void a_delta_asks_what_the_listing_asked_and_never_for_a_window() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage("s2"));

        ChangePage delta = GOOGLE.session().changes(CALENDAR, cursor);

        assertThat(query(GOOGLE.lastAsked())).isEqualTo(Map.of("maxResults", "1000", "syncToken", "s1"));
        assertThat(delta.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(GOOGLE.asked()).as("an idle poll is one request").hasSize(1);
    }

    @Test
    void the_pages_of_a_delta_repeat_the_sync_token_it_began_with() {
        Position cursor = cursor();
        GOOGLE.answersInTurn(page("p2", event("a")), lastPage("s2", event("b")));
        ProviderSession session = GOOGLE.session();

        Position second = session.changes(CALENDAR, cursor).next();
        Position next = session.changes(CALENDAR, second).next();

        assertThat(second).isEqualTo(new Position.NextPage(cursor, "p2"));
        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("maxResults", "1000", "syncToken", "s1", "pageToken", "p2"));
        GOOGLE.answersAll(lastPage("s3"));
        session.changes(CALENDAR, next);
        assertThat(query(GOOGLE.lastAsked())).containsEntry("syncToken", "s2");
    }

    @Test
    void the_window_of_the_listing_stays_in_the_cursor_through_every_delta() {
        GOOGLE.answersAll(lastPage("s;1"));
        Position first = GOOGLE.session().changes(CALENDAR, START).next();
        Position second = GOOGLE.session().changes(CALENDAR, first).next();

        assertThat(second).isEqualTo(first);
        assertThat(query(GOOGLE.lastAsked())).containsEntry("syncToken", "s;1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s1", "e0;1769760000;s1", "e2;1769760000;s1", "e1;soon;s1", "e1;1769760000"})
    void a_cursor_of_another_question_is_lost_before_anything_is_asked(String token) {
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, new Position.Cursor(token)))
                .isInstanceOf(CursorLost.class);
        assertThatThrownBy(() -> session.changes(CALENDAR, new Position.NextPage(new Position.Cursor(token), "p")))
                .isInstanceOf(CursorLost.class);
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void a_window_before_1970_has_a_cursor_too() {
        GOOGLE.answersAll(lastPage("s1"));
        Position.Start old =
                new Position.Start(new SyncWindow(Instant.parse("1906-01-01T00:00:00Z"), GoogleServer.NOW));
        ProviderSession session = GOOGLE.session();

        assertThat(session.changes(CALENDAR, session.changes(CALENDAR, old).next())
                        .isLast())
                .isTrue();
    }

    // Tombstones

    @Test
    void a_tombstone_with_nothing_but_an_id_is_told_as_gone() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage("s2", "{\"id\":\"a\",\"status\":\"cancelled\"}"));

        assertThat(GOOGLE.session().changes(CALENDAR, cursor).changes()).containsExactly(new RemoteChange.Gone("a"));
    }

    @Test
    void a_cancelled_event_that_still_shows_everything_is_gone_all_the_same() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage("s2", event("a").replace("confirmed", "cancelled")));

        assertThat(GOOGLE.session().changes(CALENDAR, cursor).changes()).containsExactly(new RemoteChange.Gone("a"));
    }

    @Test
    void a_cancelled_instance_with_the_least_that_is_guaranteed_takes_its_instance_away() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage("s2", """
                {"id":"m_20260310","status":"cancelled","recurringEventId":"m","originalStartTime":{"date":"2026-03-10"}}"""));

        Event told = told(GOOGLE.session().changes(CALENDAR, cursor), 0);

        assertThat(told.disposition().status()).isEqualTo(EventStatus.CANCELLED);
        assertThat(told.shape())
                .isEqualTo(new EventShape.Override("m", new RecurrenceId.OnDate(LocalDate.of(2026, 3, 10)), false));
        assertThat(told.degradations()).isEmpty();
    }

    @Test
    void ids_of_instances_are_believed_whatever_they_look_like() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage(
                "s2",
                event(
                        "x_20990101T000000Z",
                        "\"recurringEventId\":\"m\"",
                        "\"originalStartTime\":{\"dateTime\":\"2026-03-10T08:00:00Z\",\"timeZone\":\"Europe/Zurich\"}"),
                event("m_20260310T080000Z")));

        ChangePage told = GOOGLE.session().changes(CALENDAR, cursor);

        assertThat(((EventShape.Override) told(told, 0).shape()).recurrenceId().local())
                .hasToString("2026-03-10T09:00");
        assertThat(told(told, 1).shape()).isEqualTo(new EventShape.Single());
    }

    @Test
    void this_and_following_is_a_shortened_series_and_another_one() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage(
                "s2",
                event("m", "\"recurrence\":[\"RRULE:FREQ=DAILY;UNTIL=20260320T075959Z\"]"),
                event("m_R20260320T080000", "\"recurrence\":[\"RRULE:FREQ=DAILY\"]")));

        ChangePage told = GOOGLE.session().changes(CALENDAR, cursor);

        assertThat(told.changes()).extracting(RemoteChange::eventId).containsExactly("m", "m_R20260320T080000");
        assertThat(List.of(told(told, 0), told(told, 1))).allMatch(Event::isSeries);
    }

    // What need not be read

    @Test
    void an_event_is_tagged_with_its_etag_and_the_way_it_is_read() {
        Position cursor = cursor();
        GOOGLE.answersAll(lastPage("s2", event("a"), event("b").replaceAll("\"etag\":\"[^,]*\",", "")));

        List<RemoteChange> told = GOOGLE.session().changes(CALENDAR, cursor).changes();

        RemoteChange.Present tagged = (RemoteChange.Present) told.get(0);
        assertThat(tagged.tag())
                .matches("\"33\\d+\"~1")
                .isEqualTo(tagged.event().revision().etag());
        assertThat(((RemoteChange.Present) told.get(1)).tag()).isEmpty();
    }

    // Refusals

    @ParameterizedTest
    @CsvSource({
        "410,fullSyncRequired",
        "410,updatedMinTooLongAgo",
        "410,FULLSYNCREQUIRED",
        "410,''",
        "400,invalid",
        "400,badRequest"
    })
    void a_token_that_is_refused_is_a_lost_cursor(int status, String reason) {
        Position cursor = cursor();
        GOOGLE.answersAll(refusal(status, reason));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, cursor)).isInstanceOf(CursorLost.class);
        assertThatThrownBy(() -> session.changes(CALENDAR, new Position.NextPage(START, "p2")))
                .isInstanceOf(CursorLost.class);
    }

    @Test
    void a_410_that_says_deleted_is_no_lost_cursor() {
        Position cursor = cursor();
        GOOGLE.answersAll(refusal(410, "deleted"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, cursor)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_first_question_that_is_refused_is_no_lost_cursor() {
        GOOGLE.answersAll(refusal(400, "timeRangeEmpty"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, START)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_calendar_that_was_unshared_is_not_found() {
        Position cursor = cursor();
        GOOGLE.answersAll(refusal(404, "notFound"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.changes(CALENDAR, cursor)).isInstanceOf(NotFound.class);
    }

    private static Event told(ChangePage page, int index) {
        return ((RemoteChange.Present) page.changes().get(index)).event();
    }
}
