package io.calendarsync.google.sync;

import static io.calendarsync.google.GoogleServer.START;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.query;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CursorLost;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Account;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of an account's calendars, and whose it is. */
class CalendarListTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    @Test
    void calendars_come_with_name_zone_access_and_whose_they_are() {
        GOOGLE.answersAll(ok("""
                {"nextSyncToken":"l1","items":[
                {"id":"anna@example.com","summary":"Anna","timeZone":"Europe/Zurich","accessRole":"owner","primary":true},
                {"id":"team","summary":"Team","summaryOverride":"My team","timeZone":"Mars/Olympus","accessRole":"writer"},
                {"id":"boss","summary":"Boss","accessRole":"freeBusyReader"},
                {"id":"holidays","summary":"Holidays","accessRole":"reader"},
                {"id":"odd","summary":"Odd","accessRole":"gardener"}]}"""));

        CalendarListPage page = GOOGLE.session().calendars(START);

        assertThat(page.calendars())
                .containsExactly(
                        new RemoteCalendar(
                                "anna@example.com",
                                "Anna",
                                Optional.of(ZoneId.of("Europe/Zurich")),
                                Access.READ_WRITE,
                                true),
                        new RemoteCalendar("team", "My team", Optional.empty(), Access.READ_WRITE, false),
                        new RemoteCalendar("boss", "Boss", Optional.empty(), Access.FREE_BUSY, false),
                        new RemoteCalendar("holidays", "Holidays", Optional.empty(), Access.READ, false),
                        new RemoteCalendar("odd", "Odd", Optional.empty(), Access.FREE_BUSY, false));
        assertThat(query(GOOGLE.lastAsked())).isEqualTo(Map.of("maxResults", "250", "showHidden", "true"));
    }

    @Test
    void a_delta_tells_calendars_that_were_deleted_as_gone_and_hidden_ones_as_there() {
        GOOGLE.answersInTurn(
                ok("{\"nextPageToken\":\"p2\",\"items\":[]}"), ok("{\"nextSyncToken\":\"l1\",\"items\":[]}"), ok("""
                {"nextSyncToken":"l2","items":[{"id":"team","deleted":true},
                {"id":"boss","summary":"Boss","hidden":true,"accessRole":"reader"}]}"""));
        ProviderSession session = GOOGLE.session();
        Position cursor = session.calendars(session.calendars(START).next()).next();

        CalendarListPage delta = session.calendars(cursor);

        assertThat(query(GOOGLE.lastAsked()))
                .isEqualTo(Map.of("maxResults", "250", "showHidden", "true", "syncToken", "l1"));
        assertThat(delta.gone()).containsExactly("team");
        assertThat(delta.calendars()).extracting(RemoteCalendar::id).containsExactly("boss");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410})
    void a_token_that_is_refused_is_a_lost_cursor(int status) {
        GOOGLE.answersInTurn(ok("{\"nextSyncToken\":\"l1\",\"items\":[]}"), refusal(status, "fullSyncRequired"));
        ProviderSession session = GOOGLE.session();
        Position cursor = session.calendars(START).next();

        assertThatThrownBy(() -> session.calendars(cursor)).isInstanceOf(CursorLost.class);
    }

    @Test
    void a_cursor_of_another_kind_is_lost_and_a_list_without_an_end_is_a_failure() {
        GOOGLE.answersAll(ok("{\"items\":[]}"));
        ProviderSession session = GOOGLE.session();

        assertThatThrownBy(() -> session.calendars(new Position.Cursor("e1;0;s1")))
                .isInstanceOf(CursorLost.class);
        assertThatThrownBy(() -> session.calendars(START)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void the_account_is_the_address_of_the_primary_calendar_and_asked_for_once() {
        GOOGLE.answers("users/me/calendarList/primary", "{\"id\":\"Anna@Example.com\",\"summary\":\"Anna\"}");
        ProviderSession session = GOOGLE.session();

        assertThat(session.account()).isEqualTo(new Account("anna@example.com", "anna@example.com"));
        assertThat(session.account()).isEqualTo(new Account("anna@example.com", "anna@example.com"));
        assertThat(GOOGLE.asked()).hasSize(1);
    }
}
