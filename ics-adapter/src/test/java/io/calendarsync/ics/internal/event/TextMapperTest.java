package io.calendarsync.ics.internal.event;

import static io.calendarsync.ics.internal.event.Feeds.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Location;
import io.calendarsync.model.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMapperTest {

    @ParameterizedTest
    @CsvSource({
        "'a\\, b\\; c', 'a, b; c'",
        "'two\\nlines\\Nthree', 'two\nlines\nthree'",
        "'back\\\\slash', 'back\\slash'",
        "'\\\\n is no line', '\\n is no line'",
        "'C:\\temp', 'C:\\temp'",
        "'ends with \\', 'ends with \\'",
        "'say \"hi\": now', 'say \"hi\": now'",
    })
    void text_is_unescaped(String value, String meant) {
        assertThat(event("SUMMARY:" + value).title()).isEqualTo(meant);
    }

    @Test
    void control_characters_are_left_out() {
        assertThat(event("SUMMARY:a\u0000b\u0007c\td").title()).isEqualTo("abc\td");
    }

    @Test
    void a_description_is_plain_text() {
        assertThat(event("DESCRIPTION:one\\ntwo").details().description()).isEqualTo(Text.plain("one\ntwo"));
        assertThat(event("X-ALT-DESC;FMTTYPE=text/html:<b>x</b>").details().description())
                .isEqualTo(Text.none());
    }

    @Test
    void the_first_line_that_says_anything_counts() {
        assertThat(event("SUMMARY:", "SUMMARY:second").title()).isEqualTo("second");
    }

    @Test
    void a_location_may_have_a_position() {
        assertThat(event("LOCATION:Room 1\\, ground floor", "GEO:48.85299;2.36885")
                        .details()
                        .locations())
                .containsExactly(new Location("Room 1, ground floor", "", "geo:48.85299,2.36885"));
    }

    @Test
    void a_position_may_stand_alone_and_be_escaped() {
        assertThat(event("GEO:+48.85\\;-2.36").details().locations())
                .containsExactly(new Location("", "", "geo:48.85,-2.36"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GEO:somewhere", "GEO:1;2;3", "LOCATION:"})
    void what_is_no_place_is_none(String line) {
        assertThat(event(line).details().locations()).isEmpty();
    }

    @Test
    void categories_of_all_lines_count_each_once_parted_at_commas() {
        assertThat(event("CATEGORIES:A,B\\,C, ,D", "CATEGORIES:E").details().categories())
                .containsExactly("A", "B,C", "D", "E");
    }

    @Test
    void a_conference_has_a_link_and_a_label() {
        assertThat(event("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Join, please\":https://meet.example/x")
                        .details()
                        .conference())
                .contains(new ConferenceLink("https://meet.example/x", "Join, please"));
        assertThat(event("X-GOOGLE-CONFERENCE:https://meet.google.com/abc")
                        .details()
                        .conference())
                .contains(new ConferenceLink("https://meet.google.com/abc", ""));
    }

    @Test
    void a_colour_is_kept_as_named() {
        assertThat(event("COLOR:turquoise").details().color()).isEqualTo("turquoise");
    }

    @Test
    void attachments_are_links_never_data() {
        assertThat(event(
                                "ATTACH;FMTTYPE=application/pdf;FILENAME=\"a b.pdf\":https://example.com/a.pdf",
                                "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",
                                "ATTACH;VALUE=BINARY:AAAA",
                                "ATTACH:data:text/plain,hello",
                                "ATTACH:CID:part1@example.com")
                        .details()
                        .attachments())
                .containsExactly(new AttachmentLink("https://example.com/a.pdf", "a b.pdf", "application/pdf"));
    }

    @Test
    void the_url_of_an_event_is_one_of_its_properties() {
        assertThat(event("URL;VALUE=URI:https://example.com/e/1").extensions().properties())
                .containsEntry("URL", "https://example.com/e/1");
    }

    @Test
    void an_event_that_says_nothing_has_nothing() {
        var details = event("DTSTAMP:20260101T000000Z").details();

        assertThat(details.title()).isEmpty();
        assertThat(details.description()).isEqualTo(Text.none());
        assertThat(details.conference()).isEqualTo(Optional.empty());
        assertThat(details.color()).isEmpty();
    }
}
