package io.calendarsync.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.CursorLost;
import io.calendarsync.InvalidRequest;
import io.calendarsync.NotFound;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.ics.internal.fetch.Validators;
import io.calendarsync.ics.internal.identity.IdSketch;
import io.calendarsync.model.Access;
import io.calendarsync.model.ConnectionId;
import io.calendarsync.model.Event;
import io.calendarsync.spi.provider.ChangePage;
import io.calendarsync.spi.provider.Coverage;
import io.calendarsync.spi.provider.Credential;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.Recall;
import io.calendarsync.spi.provider.RemoteCalendar;
import io.calendarsync.spi.provider.RemoteChange;
import io.calendarsync.spi.provider.RequestBudget;
import io.calendarsync.spi.provider.SessionContext;
import io.calendarsync.spi.provider.SyncWindow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots in pages, cursors that name a body, and what happens when the body changes in between (history H7). */
class FeedSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Position START =
            new Position.Start(new SyncWindow(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(365))));

    private final FakeFetcher server = new FakeFetcher();
    private final IcsFeedProvider provider =
            IcsFeedProvider.builder().fetcher(server).pageSize(2).build();
    private Instant now = NOW;
    private ZoneId floatingZone = ZoneId.of("Europe/Berlin");

    private ProviderSession open() {
        return provider.open(new SessionContext(
                new ConnectionId("c1"),
                new Credential.Feed(URI.create("https://feeds.example/secret.ics"), floatingZone),
                () -> now));
    }

    private static String feed(String... uids) {
        StringBuilder feed = new StringBuilder("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Team\r\nREFRESH-INTERVAL:PT1H\r\n");
        for (String uid : uids) {
            feed.append("BEGIN:VEVENT\r\nUID:").append(uid).append("\r\nDTSTART:20261201T090000\r\nEND:VEVENT\r\n");
        }
        return feed.append("END:VCALENDAR\r\n").toString();
    }

    private static List<String> ids(ChangePage page) {
        return page.changes().stream().map(RemoteChange::eventId).toList();
    }

    private static Position finish(ProviderSession session, Position from) {
        ChangePage page = session.changes("feed", from);
        while (!page.isLast()) {
            page = session.changes("feed", page.next());
        }
        return page.next();
    }

    @Test
    void a_feed_is_one_calendar_of_its_own() {
        ProviderSession session = open();

        assertThat(session.calendars(START).calendars())
                .containsExactly(
                        new RemoteCalendar("feed", "feeds.example", Optional.of(floatingZone), Access.READ, true));
        assertThat(session.account().label()).isEqualTo("feeds.example");
        assertThat(session.account().id()).matches("[0-9a-f]{32}");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void the_first_round_is_a_snapshot_in_pages() {
        server.serve(feed("a", "b", "c"), "v1");
        ProviderSession session = open();

        ChangePage first = session.changes("feed", START);
        ChangePage second = session.changes("feed", first.next());

        assertThat(first.coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(first.next()).isInstanceOf(Position.NextPage.class);
        assertThat(((Position.NextPage) first.next()).base()).isEqualTo(START);
        assertThat(second.coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(ids(second)).containsExactly("c");
        assertThat(second.isLast()).isTrue();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_page_tells_what_the_feed_says_of_itself() {
        server.serve(feed("a", "b", "c"), "v1");
        ProviderSession session = open();

        ChangePage first = session.changes("feed", START);
        ChangePage second = session.changes("feed", first.next());

        assertThat(first.notes().name()).isEqualTo("Team");
        assertThat(first.notes().refresh()).contains(Duration.ofHours(1));
        assertThat(first.notes().bytes()).isEqualTo(feed("a", "b", "c").length() + 100);
        assertThat(second.notes().bytes()).isZero();
    }

    @Test
    void an_empty_calendar_is_an_empty_snapshot() {
        server.serve(feed(), "v1");

        ChangePage page = open().changes("feed", START);

        assertThat(page.coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(page.changes()).isEmpty();
        assertThat(page.isLast()).isTrue();
    }

    @Test
    void an_unchanged_feed_is_asked_for_with_its_validators_and_says_nothing() {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);

        ChangePage page = open().changes("feed", cursor);

        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(page.changes()).isEmpty();
        assertThat(page.next()).isEqualTo(cursor);
        assertThat(server.asked()).containsExactly(Validators.none(), new Validators("v1", ""));
    }

    @Test
    void an_equal_body_under_a_new_etag_says_nothing_and_is_asked_for_with_it_next_time() {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);
        server.serve(feed("a"), "v2");

        ChangePage page = open().changes("feed", cursor);
        open().changes("feed", page.next());

        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(page.changes()).isEmpty();
        assertThat(server.asked()).last().isEqualTo(new Validators("v2", ""));
    }

    @Test
    void an_equal_body_is_not_even_read() {
        server.serve(feed("a"), "v0");
        Position.Cursor ofAnother = (Position.Cursor) finish(open(), START);
        String way = FeedToken.end(ofAnother.token()).orElseThrow().reading();
        String unreadable = "no calendar at all";
        server.serve(unreadable, "v1");
        String sha256 = Sha256.hex(unreadable.getBytes(StandardCharsets.UTF_8));
        Position cursor = new Position.Cursor(new FeedToken.End(
                        way,
                        sha256,
                        "content",
                        Validators.none(),
                        new FeedNames.Told(IdSketch.of(List.of()), 0),
                        Optional.empty())
                .text());

        assertThat(open().changes("feed", cursor).coverage()).isEqualTo(Coverage.CHANGES);
        assertThatThrownBy(() -> open().changes("feed", START)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void a_changed_feed_is_a_snapshot_again() {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);
        server.serve(feed("a", "b", "c"), "v2");

        ChangePage page = open().changes("feed", cursor);

        assertThat(page.coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(ids(page)).containsExactly("a", "b");
        assertThat(((Position.NextPage) page.next()).base()).isEqualTo(cursor);
    }

    @Test
    void an_unchanged_body_is_read_again_where_it_would_be_read_differently() {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);

        floatingZone = ZoneId.of("Asia/Tokyo");

        assertThat(open().changes("feed", cursor).coverage()).isEqualTo(Coverage.SNAPSHOT);
        assertThat(server.asked()).last().isEqualTo(Validators.none());
    }

    @Test
    void another_session_goes_on_with_the_same_body() {
        server.serve(feed("a", "b", "c"), "v1");
        Position next = open().changes("feed", START).next();

        ChangePage page = open().changes("feed", next);

        assertThat(ids(page)).containsExactly("c");
        assertThat(page.isLast()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DTSTAMP:20261120T120000Z", "CREATED:20261120T120000Z", "LAST-MODIFIED:20261120T120000Z", "X-A:1"
            })
    void another_session_goes_on_with_a_body_that_differs_in_stamps_only(String stamp) {
        server.serve(feed("a", "b", "c").replace("UID", "DTSTAMP:20261120T110000Z\r\nUID"), "v1");
        Position next = open().changes("feed", START).next();
        server.serve(feed("a", "b", "c").replace("UID", stamp + "\r\nUID"), "v2");

        ChangePage page = open().changes("feed", next);
        open().changes("feed", page.next());

        assertThat(ids(page)).containsExactly("c");
        assertThat(server.asked()).last().isEqualTo(new Validators("v2", ""));
    }

    /** Whatever a mapper reads has to count, or its change is never seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEQUENCE:1",
                "SUMMARY:Other",
                "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
                "X-GOOGLE-CONFERENCE:https://meet.example/a",
                "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/a",
                "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM"
            })
    void a_body_that_differs_in_what_is_read_is_another(String line) {
        server.serve(feed("a", "b", "c"), "v1");
        Position next = open().changes("feed", START).next();
        Position cursor = finish(open(), START);
        server.serve(feed("a", "b", "c").replaceFirst("UID", line + "\r\nUID"), "v2");

        assertThatThrownBy(() -> open().changes("feed", next)).isInstanceOf(CursorLost.class);
        assertThat(open().changes("feed", cursor).coverage()).isEqualTo(Coverage.SNAPSHOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "METHOD:PUBLISH",
                "X-WR-TIMEZONE:Asia/Tokyo",
                "BEGIN:VTIMEZONE\r\nTZID:x\r\nX-LIC-LOCATION:Asia/Tokyo\r\nEND:VTIMEZONE"
            })
    void a_body_whose_calendar_is_read_differently_is_another(String line) {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);
        server.serve(feed("a").replace("X-WR-CALNAME:Team", line), "v2");

        assertThat(open().changes("feed", cursor).coverage()).isEqualTo(Coverage.SNAPSHOT);
    }

    @Test
    void a_feed_that_changed_between_two_sessions_is_asked_for_once_to_start_over() {
        server.serve(feed("a", "b", "c"), "v1");
        Position next = open().changes("feed", START).next();
        server.serve(feed("b", "c", "d"), "v2");
        ProviderSession session = open();

        assertThatThrownBy(() -> session.changes("feed", next)).isInstanceOf(CursorLost.class);
        assertThat(ids(session.changes("feed", START))).containsExactly("b", "c");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void a_page_of_a_body_that_is_no_more_is_lost() {
        server.serve(feed("a", "b", "c"), "v1");
        ProviderSession session = open();
        Position next = session.changes("feed", START).next();
        server.serve(feed("b", "c", "d"), "v2");

        assertThatThrownBy(() -> open().changes("feed", next)).isInstanceOf(CursorLost.class);
        assertThat(ids(session.changes("feed", next)))
                .as("the session holds its body")
                .containsExactly("c");
    }

    @Test
    void a_page_is_never_taken_from_the_body_that_a_fetch_brought() {
        server.serve(feed("a", "b", "c"), "v1");
        ProviderSession session = open();
        Position next = session.changes("feed", START).next();
        server.serve(feed("b", "c", "d"), "v2");
        now = NOW.plus(Duration.ofMinutes(5));
        assertThat(session.fetch("feed", "d")).isPresent();

        assertThatThrownBy(() -> session.changes("feed", next)).isInstanceOf(CursorLost.class);
    }

    @Test
    void validators_wait_for_the_last_page() {
        server.serve(feed("a", "b", "c"), "the-etag");

        ChangePage first = open().changes("feed", START);
        server.serve(feed("a", "b", "c", "d"), "the-etag");
        String middle = ((Position.NextPage) first.next()).token();

        assertThat(FeedToken.end(middle)).isEmpty();
        assertThat(middle).doesNotContain("dGhlLWV0YWc");
        assertThatThrownBy(() -> open().changes("feed", first.next()))
                .as("asked for without validators, so the change shows though the etag does not")
                .isInstanceOf(CursorLost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "c|x|y", "p|0|0", "c|!|0|!|!", "c|MSBFdXJvcGUvQmVybGlu|x|!|"})
    void a_cursor_of_somebody_else_is_lost(String token) {
        server.serve(feed("a"), "v1");

        assertThatThrownBy(() -> open().changes("feed", new Position.Cursor(token)))
                .isInstanceOf(CursorLost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p|0", "p|0|-1", "p|0|99999999999", "c|x|y|z|0"})
    void a_page_token_of_somebody_else_is_lost(String token) {
        server.serve(feed("a"), "v1");

        assertThatThrownBy(() -> open().changes("feed", new Position.NextPage(START, token)))
                .isInstanceOf(CursorLost.class);
    }

    @Test
    void a_page_beyond_the_end_is_lost() {
        server.serve(feed("a"), "v1");
        server.serve(feed("a", "b", "c"), "v2");
        Position.NextPage next =
                (Position.NextPage) open().changes("feed", START).next();
        String beyond = next.token().replaceFirst("2$", "4");

        assertThatThrownBy(() -> open().changes("feed", new Position.NextPage(START, beyond)))
                .isInstanceOf(CursorLost.class)
                .hasMessageContaining("none of this feed's");
    }

    @Test
    void there_is_no_other_calendar() {
        assertThatThrownBy(() -> open().changes("other", START)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> open().fetch("other", "a")).isInstanceOf(NotFound.class);
    }

    @Test
    void an_event_is_fetched_from_the_feed_as_it_is_now() {
        server.serve(feed("a"), "v1");
        ProviderSession session = open();

        assertThat(session.fetch("feed", "a").map(Event::uid)).contains("a");
        assertThat(session.fetch("feed", "b")).isEmpty();
        assertThat(server.asked()).as("a moment later it is still the same").hasSize(1);

        now = NOW.plus(Duration.ofMinutes(1));
        assertThat(session.fetch("feed", "a")).isPresent();
        assertThat(server.asked()).last().isEqualTo(new Validators("v1", ""));

        now = NOW.plus(Duration.ofMinutes(2));
        server.serve(feed("b"), "v2");
        assertThat(session.fetch("feed", "a")).isEmpty();
        assertThat(session.fetch("feed", "b")).isPresent();
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void cancellations_are_changes_to_what_is_known_and_no_beginning() {
        server.serve(feed("a", "b"), "v1");
        Position cursor = finish(open(), START);
        server.serve(feed("b").replace("X-WR-CALNAME:Team", "METHOD:CANCEL"), "v2");

        ChangePage page = open().changes("feed", cursor);

        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(ids(page)).containsExactly("b");
        assertThat(((RemoteChange.Present) page.changes().get(0)).event().isCancelled())
                .isTrue();
        assertThatThrownBy(() -> open().changes("feed", START)).isInstanceOf(ProviderUnavailable.class);
        assertThat(open().fetch("feed", "b")).isPresent();
        assertThatThrownBy(() -> open().fetch("feed", "a")).isInstanceOf(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please sign in</html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n"})
    void what_is_no_complete_calendar_is_a_failure(String body) {
        server.serve(feed("a"), "v1");
        Position cursor = finish(open(), START);
        server.serve(body, "v2");

        assertThatThrownBy(() -> open().changes("feed", cursor)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> open().fetch("feed", "a")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void a_feed_beyond_the_limits_is_refused_whole() {
        server.serve(feed("a", "b", "c"), "v1");
        IcsFeedProvider strict = IcsFeedProvider.builder()
                .fetcher(server)
                .limits(FeedLimits.defaults().withEvents(2))
                .build();
        ProviderSession session = strict.open(new SessionContext(
                new ConnectionId("c1"),
                new Credential.Feed(URI.create("https://feeds.example/secret.ics"), floatingZone),
                () -> now));

        assertThatThrownBy(() -> session.changes("feed", START))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("more than 2 events");
    }

    @Test
    void a_feed_that_changes_its_charset_is_the_same_feed() {
        server.serve(feed("Ü"), "v1");
        Position cursor = finish(open(), START);
        server.serve("\uFEFF" + feed("Ü"), "v2");

        ChangePage page = open().changes("feed", cursor);

        assertThat(page.coverage()).isEqualTo(Coverage.CHANGES);
        assertThat(page.changes()).isEmpty();
    }

    @Test
    void what_is_stored_is_looked_at_only_where_names_do_not_last() {
        AtomicInteger recalled = new AtomicInteger();
        server.serve(feed("a", "b", "c", "d", "e", "f"), "v1");
        Position cursor = finish(recalling(recalled), START);
        assertThat(recalled).hasValue(1);

        server.serve(feed("a", "b", "c", "d", "e", "g"), "v2");
        cursor = finish(recalling(recalled), cursor);
        server.serve(feed("a", "b", "c", "d", "e", "g", "h", "i", "j", "k", "l"), "v3");
        cursor = finish(recalling(recalled), cursor);
        server.serve(feed("a", "b"), "v4");
        cursor = finish(recalling(recalled), cursor);
        assertThat(recalled).hasValue(1);

        server.serve(feed("x", "y"), "v5");
        finish(recalling(recalled), cursor);
        assertThat(recalled).hasValue(2);
    }

    @Test
    void a_page_read_in_another_session_or_after_a_look_at_one_event_keeps_the_stored_names() {
        server.serve(titled("a", "b", "c"), "v1");
        List<Event> stored = new ArrayList<>();
        Recall recall = (calendar, action) -> stored.forEach(action);
        Position start = START;
        for (ChangePage page = null; page == null || !page.isLast(); start = page.next()) {
            page = open(recall).changes("feed", start);
            page.changes().forEach(change -> stored.add(((RemoteChange.Present) change).event()));
        }
        server.serve(titled("x", "y", "z"), "v2");

        ProviderSession first = open(recall);
        ChangePage one = first.changes("feed", start);
        ChangePage two = open(recall).changes("feed", one.next());
        ProviderSession third = open(recall);
        Optional<Event> looked = third.fetch("feed", "b");
        ChangePage again = third.changes("feed", one.next());

        assertThat(ids(one)).containsExactly("a", "b");
        assertThat(ids(two)).containsExactly("c");
        assertThat(looked.orElseThrow().uid()).isEqualTo("b");
        assertThat(third.fetch("feed", "nobody")).isEmpty();
        assertThat(ids(again)).containsExactly("c");
    }

    private static String titled(String... uids) {
        StringBuilder feed = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (int i = 0; i < uids.length; i++) {
            feed.append("BEGIN:VEVENT\r\nUID:").append(uids[i]).append("\r\nDTSTART:20261201T090000Z\r\nSUMMARY:");
            feed.append(i).append("\r\nEND:VEVENT\r\n");
        }
        return feed.append("END:VCALENDAR\r\n").toString();
    }

    private ProviderSession open(Recall recall) {
        return provider.open(new SessionContext(
                new ConnectionId("c1"),
                new Credential.Feed(URI.create("https://feeds.example/secret.ics"), floatingZone),
                () -> now,
                recall,
                RequestBudget.unlimited()));
    }

    private ProviderSession recalling(AtomicInteger count) {
        return open((calendar, action) -> count.incrementAndGet());
    }
}
