package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.calendar;
import static io.calendarsync.ics.internal.event.Feeds.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.calendarsync.ics.FeedLimits;
import io.calendarsync.ics.internal.event.UnreadableFeed.Why;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completeness gate, limits, and what calendars say of themselves. */
class FeedTest {

    private static final String ONE = vevent("UID:a", "DTSTART:20260301T090000Z", "SUMMARY:A");
    private static final String TWO = vevent("UID:b", "DTSTART:20260302T090000Z", "SUMMARY:B");

    private static Why refused(String text) {
        return refused(text, FeedLimits.defaults());
    }

    private static Why refused(String text, FeedLimits limits) {
        UnreadableFeed e = catchThrowableOfType(UnreadableFeed.class, () -> Feeds.readOrThrow(text, limits));
        assertThat(e).as("refused").isNotNull();
        return e.why();
    }

    private static List<String> titles(Feed feed) {
        return feed.events(0, feed.size()).stream().map(Event::title).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "{\"error\":\"not found\"}",
                "BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n",
                "Fatal error\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCARD\r\nEND:VCARD\r\n"
            })
    void what_does_not_begin_as_a_calendar_is_refused(String body) {
        assertThat(refused(body)).isEqualTo(Why.NOT_A_CALENDAR);
    }

    @Test
    void a_feed_cut_at_any_line_or_byte_is_refused() {
        String whole = calendar(ONE, TWO).strip();
        for (int length = "BEGIN:VCALENDAR\r\n".length(); length < whole.length(); length++) {
            assertThat(refused(whole.substring(0, length)))
                    .as("cut at %d", length)
                    .isEqualTo(Why.TRUNCATED);
        }
    }

    @Test
    void a_calendar_that_begins_before_the_one_before_ended_is_refused() {
        String cut = "BEGIN:VCALENDAR\r\n" + ONE + "\r\n";

        assertThat(refused(cut + calendar(TWO))).isEqualTo(Why.TRUNCATED);
    }

    @Test
    void an_empty_calendar_is_complete() {
        assertThat(Feeds.read(calendar()).size()).isZero();
        assertThat(Feeds.read("BEGIN:VCALENDAR\nEND:VCALENDAR").size()).isZero();
    }

    @Test
    void all_calendars_of_a_stream_are_read() {
        assertThat(titles(Feeds.read(calendar(ONE) + "\r\n\r\n" + calendar(TWO))))
                .containsExactly("A", "B");
    }

    @Test
    void a_calendar_within_a_calendar_is_read() {
        assertThat(titles(Feeds.read(calendar(ONE, calendar(TWO).strip())))).containsExactly("A", "B");
    }

    @Test
    void events_between_calendars_are_read_and_other_lines_passed_over() {
        assertThat(titles(Feeds.read(calendar(ONE) + TWO + "\r\nX:y\r\n<!-- 0.01 s -->\r\n")))
                .containsExactly("A", "B");
    }

    @Test
    void case_and_blanks_of_the_frame_do_not_matter() {
        String feed = calendar(ONE).replace("BEGIN:", "begin:").replace("END:VEVENT", "End:vevent \t");

        assertThat(titles(Feeds.read(feed))).containsExactly("A");
    }

    @Test
    void an_event_without_end_ends_where_the_next_begins() {
        String open = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260301\r\nSUMMARY:X\r\nBEGIN:VALARM\r\nACTION:DISPLAY";

        String last = open.replace("UID:x", "UID:y").replace("SUMMARY:X", "SUMMARY:Y");

        assertThat(titles(Feeds.read(calendar(open, ONE, last)))).containsExactly("X", "A", "Y");
    }

    @Test
    void an_end_that_nothing_began_is_passed_over() {
        assertThat(titles(Feeds.read(calendar("END:VEVENT", ONE, "END:VTODO")))).containsExactly("A");
    }

    /** An END of nothing took the frame away that an event is read in, and the reading of the whole feed with it. */
    @Test
    void an_end_that_names_nothing_is_passed_over() {
        assertThat(Feeds.events(Feeds.vevent("UID:a", "END:", "DTSTART:20260302T090000Z", "SUMMARY:A")))
                .extracting(Event::title)
                .containsExactly("A");
    }

    @Test
    void properties_of_alarms_are_not_the_events() {
        Event event = Feeds.event(
                "SUMMARY:mine", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "SUMMARY:alarm's", "END:VALARM");

        assertThat(event.title()).isEqualTo("mine");
    }

    @Test
    void other_components_are_no_events() {
        assertThat(Feeds.read(calendar("BEGIN:VTODO", "UID:t", "END:VTODO", ONE, "BEGIN:VFREEBUSY", "END:VFREEBUSY"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void one_event_too_many_refuses_the_feed() {
        FeedLimits limits = FeedLimits.defaults().withEvents(2);

        assertThat(Feeds.read(calendar(ONE, TWO), limits).size()).isEqualTo(2);
        assertThat(refused(calendar(ONE, TWO, TWO), limits)).isEqualTo(Why.BEYOND_LIMITS);
    }

    @Test
    void one_time_zone_too_many_refuses_the_feed() {
        FeedLimits limits = FeedLimits.defaults().withTimeZones(1);
        String zone = "BEGIN:VTIMEZONE\r\nTZID:Z\r\nEND:VTIMEZONE";

        assertThat(Feeds.read(calendar(zone, ONE), limits).size()).isEqualTo(1);
        assertThat(refused(calendar(zone, zone, ONE), limits)).isEqualTo(Why.BEYOND_LIMITS);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void components_nested_too_deep_refuse_the_feed(int depth, boolean refused) {
        String deep = "BEGIN:X\r\n".repeat(depth) + "END:X\r\n".repeat(depth);
        if (refused) {
            assertThat(refused(calendar(deep.strip(), ONE))).isEqualTo(Why.BEYOND_LIMITS);
        } else {
            assertThat(titles(Feeds.read(calendar(deep.strip(), ONE)))).containsExactly("A");
        }
    }

    @Test
    void a_line_too_long_degrades_its_event_only() {
        Feed feed = Feeds.read(
                calendar(vevent("UID:l", "DTSTART:20260301", "DESCRIPTION:" + "x".repeat(2_000)), ONE),
                FeedLimits.defaults().withLineBytes(1_000));
        List<Event> events = feed.events(0, 2);

        assertThat(Feeds.reasons(events.get(0))).containsExactly(Reason.TOO_LARGE);
        assertThat(events.get(0).details().description().content()).hasSize(1_000 - "DESCRIPTION:".length());
        assertThat(events.get(1).degradations()).isEmpty();
    }

    @Test
    void data_within_the_feed_may_be_long_and_is_left_out() {
        Feed feed = Feeds.read(
                calendar(vevent(
                        "UID:l", "DTSTART:20260301", "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(1_000))),
                FeedLimits.defaults().withLineBytes(1_000));
        Event event = feed.events(0, 1).get(0);

        assertThat(event.degradations()).isEmpty();
        assertThat(event.details().attachments()).isEmpty();
    }

    @Test
    void a_calendar_may_say_its_name_and_how_often_to_ask() {
        Feed feed = Feeds.read(calendar(
                "X-WR-CALNAME:Old\\, name",
                "NAME:Name",
                "X-PUBLISHED-TTL:PT5M",
                "REFRESH-INTERVAL;VALUE=DURATION:P1D"));

        assertThat(feed.name()).isEqualTo("Name");
        assertThat(feed.refresh()).contains(Duration.ofDays(1));
        Feed older = Feeds.read(calendar("X-WR-CALNAME:Old\\, name", "X-PUBLISHED-TTL:PT5M"));
        assertThat(older.name()).isEqualTo("Old, name");
        assertThat(older.refresh()).contains(Duration.ofMinutes(5));
        Feed silent = Feeds.read(calendar("X-PUBLISHED-TTL:-PT5M"));
        assertThat(silent.name()).isEmpty();
        assertThat(silent.refresh()).isEqualTo(Optional.empty());
    }

    @Test
    void cancellations_come_as_cancelled_events_and_are_told_from_a_whole_calendar() {
        Feed cancels = Feeds.read(calendar("METHOD:CANCEL", ONE));

        assertThat(cancels.onlyCancels()).isTrue();
        assertThat(cancels.events(0, 1).get(0).isCancelled()).isTrue();
        Feed mixed = Feeds.read(calendar("METHOD:PUBLISH", ONE) + calendar("METHOD:CANCEL", TWO));
        assertThat(mixed.onlyCancels()).isFalse();
        assertThat(mixed.events(0, 2)).extracting(Event::isCancelled).containsExactly(false, true);
    }

    @Test
    void an_event_is_found_by_its_id() {
        Feed feed = Feeds.read(calendar(ONE, TWO));

        assertThat(feed.event("b").map(Event::title)).contains("B");
        assertThat(feed.event("c")).isEmpty();
    }
}
