package io.calendarsync.google.busy;

import static io.calendarsync.google.GoogleServer.body;
import static io.calendarsync.google.GoogleServer.ok;
import static io.calendarsync.google.GoogleServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.AccessDenied;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Interval;
import io.calendarsync.spi.provider.FreeBusySession;
import io.calendarsync.spi.provider.FreeBusySession.FreeBusy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When calendars are busy, of which nothing else may be seen. */
class FreeBusyTest {

    private static final Interval DAY = interval("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    private static Map<String, FreeBusy> ask(List<String> calendars, Interval within) {
        return GOOGLE.session(FreeBusySession.class).freeBusy(calendars, within);
    }

    @Test
    void busy_times_are_sorted_joined_and_cut_to_what_was_asked() {
        GOOGLE.answersAll(ok("""
                {"calendars":{"a":{"busy":[
                {"start":"2026-03-10T22:00:00Z","end":"2026-03-11T02:00:00Z"},
                {"start":"2026-03-10T10:00:00+01:00","end":"2026-03-10T11:00:00+01:00"},
                {"start":"2026-03-10T10:00:00Z","end":"2026-03-10T11:00:00Z"},
                {"start":"2026-03-11T03:00:00Z","end":"2026-03-11T04:00:00Z"}]}}}"""));

        assertThat(ask(List.of("a"), DAY))
                .isEqualTo(Map.of(
                        "a",
                        new FreeBusy.Busy(List.of(
                                interval("2026-03-10T09:00:00Z", "2026-03-10T11:00:00Z"),
                                interval("2026-03-10T22:00:00Z", "2026-03-11T00:00:00Z")))));
        assertThat(body(GOOGLE.lastAsked())).isEqualTo(Json.parse("""
                        {"timeMin":"2026-03-10T00:00:00Z","timeMax":"2026-03-11T00:00:00Z","timeZone":"UTC",
                        "calendarExpansionMax":50,"items":[{"id":"a"}]}""").orElseThrow());
    }

    @Test
    void what_is_not_known_is_not_free() {
        GOOGLE.answersAll(ok("""
                {"calendars":{"a":{"errors":[{"domain":"global","reason":"notFound"}],"busy":[]},
                "b":{"errors":[{"reason":"internalError"}]},"c":{"busy":[{"start":"noon","end":"night"}]},
                "d":{"busy":[]}}}"""));

        Map<String, FreeBusy> told = ask(List.of("a", "b", "c", "d", "e"), DAY);

        assertThat(List.of("a", "b", "c", "e")).allMatch(id -> told.get(id) instanceof FreeBusy.Unknown);
        assertThat(told.get("d")).isEqualTo(new FreeBusy.Busy(List.of()));
    }

    @Test
    void more_calendars_than_google_answers_at_once_are_asked_about_in_turn() {
        GOOGLE.answersAll(ok("{\"calendars\":{}}"));

        List<String> calendars = IntStream.range(0, 120).mapToObj(i -> "c" + i).toList();

        assertThat(ask(calendars, DAY)).containsOnlyKeys(calendars.toArray(String[]::new));
        assertThat(GOOGLE.asked())
                .extracting(request -> Json.objects(body(request), "items").size())
                .containsExactly(50, 50, 20);
        assertThat(GOOGLE.spent()).isEqualTo(3);
    }

    @Test
    void a_long_time_is_asked_for_in_pieces_and_busy_times_across_them_are_one() {
        Instant start = DAY.start();
        Interval year = new Interval(start, start.plus(Duration.ofDays(130)));
        Instant edge = start.plus(Duration.ofDays(60));
        String busy = "{\"calendars\":{\"a\":{\"busy\":[{\"start\":\"%s\",\"end\":\"%s\"}]}}}";
        GOOGLE.answersInTurn(
                ok(busy.formatted(edge.minusSeconds(60), edge)),
                ok(busy.formatted(edge, edge.plusSeconds(60))),
                ok("{\"calendars\":{\"a\":{\"busy\":[]}}}"));

        assertThat(ask(List.of("a"), year).get("a"))
                .isEqualTo(new FreeBusy.Busy(List.of(new Interval(edge.minusSeconds(60), edge.plusSeconds(60)))));
        assertThat(GOOGLE.asked()).hasSize(3);
    }

    @Test
    void a_calendar_of_which_one_piece_is_not_known_is_not_known() {
        GOOGLE.answersInTurn(ok("{\"calendars\":{\"a\":{\"busy\":[]}}}"), ok("{\"calendars\":{}}"));

        assertThat(ask(List.of("a"), new Interval(DAY.start(), DAY.start().plus(Duration.ofDays(70))))
                        .get("a"))
                .isInstanceOf(FreeBusy.Unknown.class);
    }

    @Test
    void no_time_at_all_costs_nothing() {
        assertThat(ask(List.of("a"), new Interval(DAY.start(), DAY.start())))
                .isEqualTo(Map.of("a", new FreeBusy.Busy(List.of())));
        assertThat(GOOGLE.asked()).isEmpty();
    }

    @Test
    void a_consent_that_does_not_cover_it_is_told() {
        GOOGLE.answersAll(refusal(403, "insufficientPermissions"));

        assertThatThrownBy(() -> ask(List.of("a"), DAY))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("consented");
    }
}
