package io.calendarsync.ics.quirk;

import static io.calendarsync.ics.quirk.LoopbackFeed.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calendarsync.ProviderUnavailable;
import io.calendarsync.model.CalendarId;
import io.calendarsync.model.Degradation.Reason;
import io.calendarsync.model.Event;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteQuirksTest {

    private static final String FEED = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20260302T090000Z\r\n"
            + "SUMMARY:Frühstück für Zoë\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:v\r\nDTSTART:20260303T090000Z\r\n"
            + "SUMMARY:plain\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final LoopbackFeed feed = new LoopbackFeed();

    @AfterEach
    void close() {
        feed.close();
    }

    private Event first(byte[] bytes) {
        return feed.bytes(bytes).read().get(0);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(one);
        all.writeBytes(other);
        return all.toByteArray();
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

        assertThat(first(concat(mark, FEED.getBytes(StandardCharsets.UTF_8)))
                        .details()
                        .title())
                .isEqualTo("Frühstück für Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_of_utf_16_is_believed(String charset) {
        assertThat(first(("\uFEFF" + FEED).getBytes(Charset.forName(charset)))
                        .details()
                        .title())
                .isEqualTo("Frühstück für Zoë");
    }

    @Test
    void a_fold_within_a_character_is_undone_before_it_is_decoded() {
        byte[] bytes = FEED.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        for (byte b : bytes) {
            boolean withinCharacter = (b & 0xC0) == 0x80;
            folded.writeBytes(withinCharacter ? new byte[] {'\r', '\n', ' ', b} : new byte[] {b});
        }

        assertThat(first(folded.toByteArray()).details().title()).isEqualTo("Frühstück für Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\r\n", "\r\n\r\n"})
    void line_ends_of_all_kinds_are_accepted(String end) {
        String folded = FEED.replace("für", "f\r\n ür");

        assertThat(first(folded.replace("\r\n", end.equals("\r\n\r\n") ? "\n" : end)
                                .getBytes(StandardCharsets.UTF_8))
                        .details()
                        .title())
                .isEqualTo("Frühstück für Zoë");
    }

    @Test
    void latin_1_under_a_header_of_utf_8_is_read_and_the_event_says_so() {
        feed.headers(Map.of("Content-Type", "text/calendar; charset=utf-8"));

        List<Event> events =
                feed.bytes(FEED.getBytes(StandardCharsets.ISO_8859_1)).read();

        assertThat(events.get(0).details().title()).isEqualTo("Frühstück für Zoë");
        assertThat(reasons(events.get(0))).containsExactly(Reason.GUESSED_CHARSET);
        assertThat(events.get(1).degradations()).isEmpty();
    }

    @Test
    void the_charset_of_the_header_is_believed() {
        feed.headers(Map.of("Content-Type", "text/calendar; charset=\"ISO-8859-2\""));

        Event event = first(FEED.replace("Zoë", "Łódź").getBytes(Charset.forName("ISO-8859-2")));

        assertThat(event.details().title()).isEqualTo("Frühstück für Łódź");
        assertThat(event.degradations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 180})
    void a_body_that_is_cut_short_changes_nothing(int length) {
        CalendarId calendar = syncedFeed();

        feed.bytes(FEED.substring(0, length).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(feed::read).isInstanceOf(ProviderUnavailable.class);
        assertThat(feed.poll()).isEmpty();
        assertThat(feed.stored(calendar)).hasSize(2);
    }

    private CalendarId syncedFeed() {
        feed.bytes(FEED.getBytes(StandardCharsets.UTF_8));
        return feed.sync();
    }
}
