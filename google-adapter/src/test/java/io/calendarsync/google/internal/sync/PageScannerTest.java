package io.calendarsync.google.internal.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.google.internal.event.EventReader;
import io.calendarsync.model.Degradation;
import io.calendarsync.model.Event;
import io.calendarsync.model.ZoneNames;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is taken apart in the same way, whether its events are read on the way or later. */
class PageScannerTest {

    private static final String ITEMS = """
            {"kind":"calendar#event","id":"a1","etag":"\\"1\\"","status":"confirmed","someday":{"deep":[1,2.50,{"id":"no"}]},
             "summary":"Säntis \\"x\\"","start":{"dateTime":"2026-03-29T02:30:00+02:00","timeZone":"Europe/Berlin"},
             "end":{"dateTime":"2026-03-29T04:30:00+02:00","timeZone":"Europe/Berlin"},"summary":"second wins",
             "attendees":[{"email":"a@example.com","self":true},7],"extendedProperties":{"private":{"k":"v"}}},
            {"id":"a1_1","etag":"e","recurringEventId":"a1","originalStartTime":{"date":"2026-03-30"},"status":"cancelled"},
            {"id":"a1_2","recurringEventId":"a1","originalStartTime":{"date":"2026-03-30","dateTime":"2026-03-30T10:00:00Z"},
             "start":{"date":"2026-04-01"},"end":{"date":"2026-04-02"}},
            {"id":"b","status":null,"originalStartTime":"once","recurringEventId":["a"],"start":5,"recurrence":["RRULE:FREQ=DAILY"]},
            {"status":"confirmed"}, 17, {"id":"c","status":"cancelled","summary":"gone"}""";

    private final EventReader reader = new EventReader(ZoneNames.bundled());

    private static byte[] page(String items) {
        return ("{\"nextPageToken\":\"n\",\"items\":[" + items + "],\"timeZone\":\"UTC\"}").getBytes(UTF_8);
    }

    private Event event(Item item) {
        String id = item.marks().id();
        String etag = item.marks().etag();
        return item.members()
                .map(members -> reader.read(id, etag, members, item.page(), item.from(), item.length()))
                .orElseGet(() -> reader.read(id, etag, item.page(), item.from(), item.length()));
    }

    @Test
    void a_page_read_on_the_way_says_what_one_read_later_says() throws IOException {
        ScannedPage later = PageScanner.scan(page(ITEMS));
        ScannedPage atOnce = PageScanner.read(page(ITEMS));

        assertThat(atOnce.items())
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.members()).isPresent());
        assertThat(later.items()).allSatisfy(item -> assertThat(item.members()).isEmpty());
        assertThat(atOnce.nameless()).isEqualTo(later.nameless()).isEqualTo(2);
        assertThat(atOnce.texts()).isEqualTo(later.texts());
        assertThat(atOnce.items()).extracting(Item::marks).isEqualTo(marks(later));
        assertThat(atOnce.items()).extracting(this::event).isEqualTo(events(later));
        assertThat(event(atOnce.items().get(0)).title()).isEqualTo("second wins");
        assertThat(event(atOnce.items().get(0)).extensions().extras().json())
                .contains("\"someday\":{\"deep\":[1,2.50,{\"id\":\"no\"}]}");
    }

    private static List<Item.Marks> marks(ScannedPage page) {
        return page.items().stream().map(Item::marks).toList();
    }

    private List<Event> events(ScannedPage page) {
        return page.items().stream().map(this::event).toList();
    }

    @Test
    void a_number_nobody_can_hold_spoils_its_event_and_not_the_page() throws IOException {
        ScannedPage page = PageScanner.read(page("{\"id\":\"bad\",\"sequence\":1e99999999999},"
                + "{\"id\":\"good\",\"start\":{\"date\":\"2026-01-01\"},\"end\":{\"date\":\"2026-01-02\"}}"));

        assertThat(page.items()).hasSize(2);
        assertThat(event(page.items().get(0)).extensions().degradations())
                .extracting(Degradation::reason)
                .containsExactly(Degradation.Reason.UNMAPPABLE);
        assertThat(event(page.items().get(1)).extensions().degradations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"items\":[{\"id\":\"a\"}", "{\"items\":[{\"id\":\"a\",\"start\":{}]}", "{} {}"})
    void what_is_no_whole_page_is_refused_either_way(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThatThrownBy(() -> PageScanner.read(bytes)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PageScanner.scan(bytes)).isInstanceOf(IOException.class);
    }
}
