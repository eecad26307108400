package io.calendarsync.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.CursorLost;
import io.calendarsync.NotFound;
import io.calendarsync.model.Access;
import io.calendarsync.model.Attendee;
import io.calendarsync.model.AttendeeRole;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventTime;
import io.calendarsync.model.Participants;
import io.calendarsync.model.ParticipationStatus;
import io.calendarsync.model.Person;
import io.calendarsync.model.Recurrence;
import io.calendarsync.model.RecurrenceId;
import io.calendarsync.spi.provider.CalendarListPage;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import io.calendarsync.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeCalendarTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final EventTime HOUR = EventTime.Timed.of(NINE, ZONE, Duration.ofHours(1));
    private static final Position.Start ALL =
            new Position.Start(new SyncWindow(START.minus(Duration.ofDays(30)), START.plus(Duration.ofDays(365))));

    private final VirtualClock clock = new VirtualClock(START);
    private final FakeCalendars server = new FakeCalendars(clock);
    private final FakeAccount account = server.account("anna");
    private final FakeCalendar calendar = account.calendar("work");
    private final ProviderSession session = session(server);

    private ProviderSession session(FakeCalendars of) {
        return new FakeProvider(of)
                .open(new SessionContext(
                        new ConnectionId("c1"), of.account("anna").credential(), clock));
    }

    private Position.Cursor read() {
        return (Position.Cursor) session.changes("work", ALL).next();
    }

    @Test
    void an_edit_gives_a_new_etag_and_time_of_update_and_appears_after_the_cursor() {
        Event created = calendar.create("Lunch", HOUR);
        Position cursor = read();
        clock.advance(Duration.ofSeconds(1));

        Event changed = calendar.retitle(created.ref().eventId(), "Long lunch");

        assertThat(changed.revision().etag()).isNotEqualTo(created.revision().etag());
        assertThat(changed.revision().updated()).contains(START.plusSeconds(1));
        ChangePage page = session.changes("work", cursor);
        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(page.changes()).containsExactly(new RemoteChange.Present(changed));
        assertThat(session.fetch("work", changed.ref().eventId())).contains(changed);
    }

    @Test
    void a_deleted_series_takes_its_overrides_along_and_leaves_one_tombstone() {
        Event series = calendar.create(HOUR, event -> event.recurrence(Recurrence.of("FREQ=DAILY")));
        String id = series.ref().eventId();
        Event override = calendar.override(id, instance(1), event -> event.title("moved"));
        Event cancelled = calendar.cancel(id, instance(2));
        Position cursor = read();

        calendar.delete(id);

        assertThat(override.time()).isEqualTo(EventTime.Timed.of(NINE.plusDays(1), ZONE, Duration.ofHours(1)));
        assertThat(override.uid()).isEqualTo(series.uid());
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(session.changes("work", cursor).changes()).containsExactly(new RemoteChange.Gone(id));
        assertThat(session.fetch("work", override.ref().eventId())).isEmpty();
        assertThat(calendar.journalSince(3))
                .singleElement()
                .satisfies(entry -> assertThat(entry.takenAlong()).containsExactly(override, cancelled));
    }

    @Test
    void a_series_created_again_under_its_id_leaves_tombstones_of_the_overrides_it_lost() {
        Event series = calendar.create(HOUR, event -> event.recurrence(Recurrence.of("FREQ=DAILY")));
        String override =
                calendar.cancel(series.ref().eventId(), instance(1)).ref().eventId();
        Position cursor = read();

        calendar.delete(series.ref().eventId());
        Event again = calendar.put(series);

        assertThat(session.changes("work", cursor).changes())
                .containsExactlyInAnyOrder(new RemoteChange.Present(again), new RemoteChange.Gone(override));
    }

    @Test
    void an_override_of_an_all_day_series_covers_as_many_days() {
        EventTime days = new EventTime.AllDay(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4));
        Event series = calendar.create(days, event -> event.recurrence(Recurrence.of("FREQ=WEEKLY")));

        Event override = calendar.override(
                series.ref().eventId(), new RecurrenceId.OnDate(LocalDate.of(2026, 3, 9)), event -> event);

        assertThat(override.time())
                .isEqualTo(new EventTime.AllDay(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 11)));
    }

    @Test
    void an_attendee_answers() {
        Attendee asked = new Attendee(
                new Person("bo@example.org", "Bo"), AttendeeRole.REQUIRED, ParticipationStatus.NEEDS_ACTION, false);
        Event event = calendar.create(
                HOUR, each -> each.participants(new Participants(Optional.empty(), List.of(asked), true)));

        Event answered = calendar.answer(event.ref().eventId(), "bo@example.org", ParticipationStatus.DECLINED);

        assertThat(answered.participants().attendees())
                .extracting(Attendee::status)
                .containsExactly(ParticipationStatus.DECLINED);
    }

    @Test
    void an_unshared_calendar_is_not_found_and_keeps_what_it_holds() {
        calendar.create("Lunch", HOUR);

        account.unshare("work");

        assertThatThrownBy(() -> session.changes("work", ALL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> session.fetch("work", "event1")).isInstanceOf(NotFound.class);
        assertThat(session.calendars(ALL).calendars()).isEmpty();

        account.share(calendar, Access.READ);
        assertThat(session.changes("work", ALL).changes()).hasSize(1);
    }

    @Test
    void what_the_server_forgets_is_neither_listed_nor_found_and_comes_back_as_a_change() {
        Event kept = calendar.create("kept", HOUR);
        Event lost = calendar.create("lost", HOUR);
        Position cursor = read();

        calendar.forget(event -> event.title().equals("lost"));
        assertThat(session.changes("work", ALL).changes()).containsExactly(new RemoteChange.Present(kept));
        assertThat(session.changes("work", cursor).changes()).isEmpty();
        assertThat(session.fetch("work", lost.ref().eventId())).isEmpty();

        calendar.remember();
        assertThat(session.changes("work", cursor).changes()).containsExactly(new RemoteChange.Present(lost));
    }

    @Test
    void a_spoiled_event_is_a_stub_that_is_degraded_and_does_not_fail_its_page() {
        Event whole = calendar.create("Lunch", HOUR);
        calendar.create("Tea", HOUR);

        Event stub = calendar.spoil(whole.ref().eventId());

        assertThat(stub.degradations()).hasSize(1);
        assertThat(stub.title()).isEmpty();
        assertThat(session.changes("work", ALL).changes()).hasSize(2).contains(new RemoteChange.Present(stub));
        assertThat(calendar.mend(whole.ref().eventId()).title()).isEqualTo("Lunch");
    }

    @Test
    void clearing_deletes_all_there_is_also_what_the_server_forgot() {
        Event series = calendar.create(HOUR, event -> event.recurrence(Recurrence.of("FREQ=DAILY")));
        calendar.cancel(series.ref().eventId(), instance(1));
        calendar.create("Lunch", HOUR);
        Position cursor = read();
        calendar.forget(event -> event.title().equals("Lunch"));

        calendar.clear();
        calendar.remember();

        assertThat(calendar.events()).isEmpty();
        assertThat(session.changes("work", cursor).changes())
                .allMatch(RemoteChange.Gone.class::isInstance)
                .hasSize(2);
    }

    @Test
    void an_event_moves_to_another_calendar_with_its_overrides() {
        FakeCalendar home = account.calendar("home");
        Event series = calendar.create(HOUR, event -> event.recurrence(Recurrence.of("FREQ=DAILY")));
        Event override = calendar.cancel(series.ref().eventId(), instance(1));

        calendar.moveTo(home, series.ref().eventId());

        assertThat(calendar.events()).isEmpty();
        assertThat(home.events())
                .containsOnlyKeys(series.ref().eventId(), override.ref().eventId());
    }

    @Test
    void positions_are_refused_when_they_are_lost_expired_or_too_many() {
        calendar.behave(Behaviour.builder()
                .pageSize(1)
                .cursorLife(Duration.ofDays(1))
                .pageTokenLife(Duration.ofMinutes(1))
                .tokensKept(10)
                .build());
        calendar.create("Lunch", HOUR);
        calendar.create("Tea", HOUR);

        Position page = session.changes("work", ALL).next();
        assertThat(page).isInstanceOf(Position.NextPage.class);
        clock.advance(Duration.ofMinutes(2));
        assertLost(page);

        Position cursor =
                session.changes("work", session.changes("work", ALL).next()).next();
        assertThat(session.changes("work", cursor).isLast()).isTrue();
        calendar.losePages();
        assertThat(session.changes("work", cursor).isLast()).isTrue();
        for (int asked = 0; asked < 10; asked++) {
            session.changes("work", ALL);
        }
        assertLost(cursor);

        Position fresh =
                session.changes("work", session.changes("work", ALL).next()).next();
        clock.advance(Duration.ofDays(2));
        assertLost(fresh);
        assertLost(new Position.Cursor("not a token"));
    }

    @Test
    void lost_cursors_are_refused() {
        Position cursor = read();

        calendar.loseCursors();

        assertLost(cursor);
        assertThat(session.changes("work", ALL).isLast()).isTrue();
    }

    @Test
    void a_snapshot_is_told_again_only_when_something_changed_and_its_pages_belong_to_one_body() {
        calendar.behave(
                Behaviour.builder().style(Behaviour.Style.SNAPSHOT).pageSize(1).build());
        calendar.create("Lunch", HOUR);
        calendar.create("Tea", HOUR);
        ChangePage first = session.changes("work", ALL);
        ChangePage last = session.changes("work", first.next());

        ChangePage unchanged = session.changes("work", last.next());
        assertThat(first.coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(last.isLast()).isTrue();
        assertThat(unchanged.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(unchanged.changes()).isEmpty();

        calendar.create("Dinner", HOUR);
        assertLost(first.next());
        assertThat(session.changes("work", unchanged.next()).coverage()).isEqualTo(Coverage.SNAPSHOT);
    }

    @Test
    void replication_lags_behind_what_fetch_sees() {
        calendar.behave(Behaviour.builder().replicationLag(Duration.ofHours(1)).build());
        Position cursor = read();

        Event late = calendar.create("Lunch", HOUR);

        assertThat(session.changes("work", cursor).changes()).isEmpty();
        assertThat(session.fetch("work", late.ref().eventId())).contains(late);
        clock.advance(Duration.ofHours(1));
        assertThat(session.changes("work", cursor).changes()).containsExactly(new RemoteChange.Present(late));
    }

    @Test
    void stamps_are_left_out_where_the_calendar_has_none() {
        calendar.behave(Behaviour.builder().updated(false).etags(false).build());

        Event bare = calendar.create("Lunch", HOUR);

        assertThat(bare.revision().etag()).isEmpty();
        assertThat(bare.revision().updated()).isEmpty();
        assertThat(calendar.events()).containsValue(bare);
    }

    @Test
    void calendars_are_listed_in_pages() {
        account.calendar("home").rename("Home").zone(ZONE);
        account.calendar("zoo");
        server.account("bo").share(calendar, Access.READ);
        account.pageSize(2);

        CalendarListPage first = session.calendars(ALL);
        CalendarListPage last = session.calendars(first.next());

        assertThat(first.calendars())
                .contains(new RemoteCalendar("home", "Home", Optional.of(ZONE), Access.READ_WRITE, true));
        assertThat(last.calendars()).extracting(RemoteCalendar::id).containsExactly("zoo");
        assertThat(last.next()).isInstanceOf(Position.Cursor.class);
    }

    @Test
    void a_key_opens_the_account_and_a_revoked_one_stays_shut() {
        account.key("s3cret");
        assertThatThrownBy(session::account)
                .isInstanceOf(AuthorizationLost.class)
                .hasMessageNotContaining("s3cret");
        assertThat(session(server).account().label()).isEqualTo("anna@fake.example");

        account.revoke();
        assertThatThrownBy(() -> session(server).account()).isInstanceOf(AuthorizationLost.class);
        account.allow();
        assertThat(session(server).account().id()).isEqualTo("fake-anna");
    }

    @Test
    void a_copy_goes_its_own_way_and_knows_the_positions_given_before() {
        calendar.create("Lunch", HOUR);
        Position cursor = read();

        FakeCalendars copy = server.copy(clock);
        Event there = copy.calendar("work").create("only there", HOUR);

        assertThat(session(copy).changes("work", cursor).changes()).containsExactly(new RemoteChange.Present(there));
        assertThat(session.changes("work", cursor).changes()).isEmpty();
        assertThat(server.eventsOf("work")).hasSize(1);
        assertThat(copy.calls(ProviderCall.Kind.CHANGES)).isEqualTo(2);
    }

    @Test
    void the_same_position_asked_twice_gives_the_same_page() {
        calendar.behave(Behaviour.graphLike());
        for (int count = 0; count < 40; count++) {
            String id = calendar.create("event " + count, HOUR).ref().eventId();
            clock.advance(Duration.ofMinutes(1));
            calendar.touch(id);
        }
        clock.advance(Duration.ofMinutes(1));
        Position position = ALL;
        ChangePage page = session.changes("work", position);
        while (!page.isLast()) {
            assertThat(session.changes("work", position).changes()).isEqualTo(page.changes());
            position = page.next();
            page = session.changes("work", position);
        }
    }

    private void assertLost(Position position) {
        assertThatThrownBy(() -> session.changes("work", position)).isInstanceOf(CursorLost.class);
    }

    private static RecurrenceId instance(int day) {
        return new RecurrenceId.Zoned(NINE.plusDays(day), ZONE);
    }
}
