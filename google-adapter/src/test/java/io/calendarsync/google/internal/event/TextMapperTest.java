package io.calendarsync.google.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.AttachmentLink;
import io.calendarsync.model.ConferenceLink;
import io.calendarsync.model.Details;
import io.calendarsync.model.Location;
import io.calendarsync.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMapperTest {

    private static ObjectNode object(String json) {
        return Json.parse(json).orElseThrow();
    }

    @Test
    void what_an_event_is_about_is_read() {
        Details details = TextMapper.read(object("""
                {"summary":"Shift","description":"<p>Bring keys</p>","location":"Depot","colorId":"7",
                "conferenceData":{"conferenceSolution":{"name":"Meet"},"entryPoints":[
                {"entryPointType":"phone","uri":"tel:+41"},{"entryPointType":"video","uri":"https://meet.example/x"}]},
                "attachments":[{"fileUrl":"https://files.example/1","title":"Plan","mimeType":"text/plain"}]}"""));

        assertThat(details.title()).isEqualTo("Shift");
        assertThat(details.description()).isEqualTo(Text.html("<p>Bring keys</p>"));
        assertThat(details.locations()).containsExactly(Location.of("Depot"));
        assertThat(details.color()).isEqualTo("7");
        assertThat(details.conference()).contains(new ConferenceLink("https://meet.example/x", "Meet"));
        assertThat(details.attachments())
                .containsExactly(new AttachmentLink("https://files.example/1", "Plan", "text/plain"));
    }

    @Test
    void the_older_link_to_a_conference_is_read_where_there_is_no_newer() {
        assertThat(TextMapper.read(object("{\"hangoutLink\":\"https://meet.example/y\"}"))
                        .conference())
                .contains(new ConferenceLink("https://meet.example/y", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "plain,PLAIN",
        "1 < 2 & 3 > 2,PLAIN",
        "<anna@example.com>,HTML",
        "a<br>b,HTML",
        "Tom &amp; Tim,HTML",
        "&#39;,HTML",
        "AT&T; so,PLAIN"
    })
    void a_description_is_html_where_it_has_a_tag_or_a_reference(String text, Text.Format format) {
        assertThat(TextMapper.read(Json.object().put("description", text))
                        .description()
                        .format())
                .isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain\ntext", "1 < 2 & so on", "caf\u00e9 \ud83d\ude00"})
    void plain_text_is_written_as_it_is_and_reads_the_same(String text) {
        ObjectNode event = Json.object();

        TextMapper.writeDescription(Text.plain(text), event);

        assertThat(TextMapper.read(event).description()).isEqualTo(Text.plain(text));
    }

    @Test
    void plain_text_that_would_be_taken_for_html_is_written_as_html_that_shows_it() {
        ObjectNode event = Json.object();

        TextMapper.writeDescription(Text.plain("<b>\n&amp;"), event);

        assertThat(event.path("description").textValue()).isEqualTo("&lt;b&gt;<br>&amp;amp;");
    }

    @Test
    void nothing_takes_away_what_there_was() {
        ObjectNode event = object("{\"summary\":\"a\",\"description\":\"b\",\"location\":\"c\"}");

        TextMapper.writeTitle("", event);
        TextMapper.writeDescription(Text.none(), event);
        TextMapper.writeLocations(List.of(), event);

        assertThat(event).isEqualTo(Json.object());
    }

    @Test
    void places_are_written_on_one_line() {
        ObjectNode event = Json.object();

        TextMapper.writeLocations(
                List.of(
                        new Location("Depot", "1 Main St\r\nZurich", ""),
                        new Location("Hall, 2 Side St", "2 side st", "geo:1,2"),
                        new Location("", "", "https://maps.example/3"),
                        Location.of("")),
                event);

        assertThat(event.path("location").textValue())
                .isEqualTo("Depot, 1 Main St, Zurich; Hall, 2 Side St; https://maps.example/3");
    }
}
