package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.vevent;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.BusyPolicy;
import io.calendarsync.EventChange;
import io.calendarsync.Meaning;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Event;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningQuirksTest {

    private static final BusyPolicy POLICY = BusyPolicy.standard();

    private final LoopbackFeed feed = new LoopbackFeed();

    @AfterEach
    void close() {
        feed.close();
    }

    private Event read(String... lines) {
        return feed.event(lines).readOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-WR-CALNAME", "NAME"})
    void the_name_of_a_calendar_is_text_for_people_and_nothing_else(String property) {
        feed.calendar(property + ":<b>Team\\, A</b>\\n../../x", "X-WR-CALDESC:ignored", vevent());

        assertThat(feed.firstPage().notes().name()).isEqualTo("<b>Team, A</b>\n../../x");
    }

    @ParameterizedTest
    @CsvSource({
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H, PT1H",
        "X-PUBLISHED-TTL:PT5M, PT5M",
        "X-PUBLISHED-TTL:PT1S, PT1S",
        "X-PUBLISHED-TTL:P1D, PT24H"
    })
    void a_refresh_interval_is_a_hint(String line, Duration hint) {
        feed.calendar(line, vevent());

        assertThat(feed.firstPage().notes().refresh()).contains(hint);
    }

    @Test
    void a_refresh_interval_is_followed_between_floor_and_ceiling() {
        feed.calendar("X-PUBLISHED-TTL:PT1S", vevent());
        feed.sync();
        int after = feed.requests().size();
        feed.lab().advance(Duration.ofHours(1));
        int hasty = feed.requests().size() - after;

        feed.calendar("X-PUBLISHED-TTL:P300D", vevent("SUMMARY:changed"));
        feed.lab().advance(Duration.ofMinutes(20));
        after = feed.requests().size();
        feed.lab().advance(Duration.ofHours(51));

        assertThat(hasty).isBetween(5, 12);
        assertThat(feed.requests().size() - after).isEqualTo(2);
    }

    @Test
    void publish_is_as_usual_and_cancelled_events_are_there_but_not_busy() {
        Event event =
                feed.calendar("METHOD:PUBLISH", vevent("STATUS:CANCELLED")).readOne();

        assertThat(event.disposition().status()).isEqualTo(EventStatus.CANCELLED);
        assertThat(POLICY.blocks(event)).isFalse();
    }

    @Test
    void a_body_of_cancellations_concerns_what_it_lists_and_deletes_nothing_else() {
        String[] events = {vevent("UID:a", "SUMMARY:A"), vevent("UID:b", "SUMMARY:B"), vevent("UID:c", "SUMMARY:C")};
        feed.calendar(events);
        CalendarId calendar = feed.sync();

        feed.calendar("METHOD:CANCEL", vevent("UID:b", "SUMMARY:B"));

        assertThat(feed.poll()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EventChange.Kind.UPDATED);
            assertThat(change.difference().meanings()).contains(Meaning.CANCELLED);
            assertThat(change.after().orElseThrow().uid()).isEqualTo("b");
        });
        assertThat(feed.stored(calendar)).hasSize(3);
        feed.calendar(events);
        assertThat(feed.poll())
                .singleElement()
                .satisfies(change -> assertThat(change.difference().meanings()).contains(Meaning.REINSTATED));
    }

    @ParameterizedTest
    @CsvSource({"TRANSP:OPAQUE, true", "TRANSP:TRANSPARENT, false", "COMMENT:no TRANSP, true"})
    void transparent_is_free_and_opaque_the_default(String line, boolean busy) {
        assertThat(POLICY.blocks(read(line))).isEqualTo(busy);
    }

    @ParameterizedTest
    @CsvSource({
        "FREE, OPAQUE, FREE, false",
        "TENTATIVE, OPAQUE, TENTATIVE, true",
        "BUSY, TRANSPARENT, BUSY, true",
        "OOF, TRANSPARENT, OUT_OF_OFFICE, true",
        "WORKINGELSEWHERE, OPAQUE, WORKING_ELSEWHERE, false"
    })
    void outlooks_busy_status_is_finer_than_transp(String status, String transp, ShowAs shown, boolean busy) {
        Event event = read("TRANSP:" + transp, "X-MICROSOFT-CDO-BUSYSTATUS:" + status);

        assertThat(event.disposition().showAs()).isEqualTo(shown);
        assertThat(POLICY.blocks(event)).isEqualTo(busy);
    }

    @Test
    void an_outlook_feed_of_availability_only_is_read_for_what_it_tells() {
        Event event = read(
                "DTSTART;TZID=W. Europe Standard Time:20260302T090000",
                "DTEND;TZID=W. Europe Standard Time:20260302T100000",
                "SUMMARY:Busy",
                "CLASS:PUBLIC",
                "X-MICROSOFT-CDO-BUSYSTATUS:BUSY");

        assertThat(event.details().title()).isEqualTo("Busy");
        assertThat(event.details().description().content()).isEmpty();
        assertThat(event.degradations()).isEmpty();
        assertThat(POLICY.blocks(event)).isTrue();
    }

    @Test
    void googles_whole_days_are_free_where_they_say_so() {
        Event event = read("DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303", "TRANSP:TRANSPARENT");

        assertThat(POLICY.blocks(event)).isFalse();
    }
}
