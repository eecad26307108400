package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.Event;
import io.calendarsync.model.EventRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    private static final int CALENDARS = 600;

    @Test
    void whatever_icalendar_can_hold_comes_back() {
        for (long seed = 0; seed < CALENDARS; seed++) {
            List<Event> events = new RandomExports(seed, false).calendar();

            List<Event> read = Exports.read(Exports.bytes(events));

            assertThat(read.stream().map(RoundTripTest::withoutId))
                    .as("seed %s", seed)
                    .containsExactlyElementsOf(
                            events.stream().map(RoundTripTest::withoutId).toList());
        }
    }

    @Test
    void what_was_read_back_is_written_in_the_same_bytes() {
        for (long seed = 0; seed < CALENDARS; seed++) {
            byte[] written = Exports.bytes(new RandomExports(seed, true).calendar());

            byte[] again = Exports.bytes(Exports.read(written));

            assertThat(Exports.bytes(Exports.read(again)))
                    .as("seed %s", seed)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(again, StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatever_an_event_holds_the_file_has_its_lines_and_no_others() {
        for (long seed = 0; seed < CALENDARS; seed++) {
            List<Event> events = new RandomExports(seed, true).calendar();

            byte[] written = Exports.bytes(events);

            String text = new String(written, StandardCharsets.UTF_8);
            assertThat(text.replace("\r\n", ""))
                    .as("seed %s", seed)
                    .doesNotContainPattern("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
            assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
            List<String> lines = List.of(text.replace("\r\n ", "").split("\r\n"));
            assertThat(lines).allMatch(line -> line.matches("[A-Z-]+(;[A-Z-]+=(\"[^\"]*\"|[^\";:,]*))*:.*"));
            assertThat(lines.stream().filter("BEGIN:VEVENT"::equals)).hasSize(events.size());
            assertThat(Exports.read(written)).hasSize(events.size());
            assertThat(text).doesNotContain("secret");
        }
    }

    @Test
    void every_file_is_valid_for_ical4j_and_read_by_biweekly() {
        for (long seed = 0; seed < CALENDARS / 8; seed++) {
            List<Event> events = new RandomExports(seed, seed % 2 == 0).calendar();
            byte[] written = Exports.bytes(events);

            assertThat(Others.faultsByIcal4j(written)).as("seed %s", seed).isEmpty();
            assertThat(Others.eventsByBiweekly(written)).as("seed %s", seed).isEqualTo(events.size());
        }
    }

    /** A reader names events, and their versions, by what is in the file. */
    private static Event withoutId(Event event) {
        return event.toBuilder()
                .ref(new EventRef(event.ref().calendarId(), "any"))
                .etag("")
                .build();
    }
}
