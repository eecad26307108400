package io.calendarsync.ics.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentLinesTest {

    private static ContentLine line(String text) {
        List<ContentLine> lines = lines(text, 1_000_000);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<ContentLine> lines(String text, int mostBytes) {
        ContentLines source = FeedText.consuming(text.getBytes(StandardCharsets.UTF_8), Optional.empty())
                .lines(mostBytes);
        List<ContentLine> lines = new ArrayList<>();
        for (ContentLine line = source.next(); line != null; line = source.next()) {
            lines.add(line);
        }
        return lines;
    }

    @Test
    void name_parameters_and_value_part_at_the_first_colon_outside_quotes() {
        ContentLine line = line("attendee;CN=\"Doe: John; Sr.\";Role=CHAIR:mailto:john@example.com");

        assertThat(line.name()).isEqualTo("ATTENDEE");
        assertThat(line.parameter("CN")).isEqualTo("Doe: John; Sr.");
        assertThat(line.parameter("ROLE")).isEqualTo("CHAIR");
        assertThat(line.parameter("X")).isEmpty();
        assertThat(line.value()).isEqualTo("mailto:john@example.com");
    }

    @Test
    void quotes_colons_and_semicolons_of_a_value_are_its_own() {
        assertThat(line("SUMMARY:say \"hi: there\"; now").value()).isEqualTo("say \"hi: there\"; now");
    }

    @Test
    void a_quote_that_never_ends_does_not_swallow_the_value() {
        ContentLine line = line("ATTENDEE;CN=\"Doe:mailto:john@example.com");

        assertThat(line.value()).isEqualTo("mailto:john@example.com");
    }

    @ParameterizedTest
    @CsvSource({"A^nB,'A\nB'", "A^'B^',A\"B\"", "A^^nB,A^nB", "A^xB,A^xB", "A^,A^"})
    void carets_are_resolved(String raw, String meant) {
        assertThat(line("ATTENDEE;CN=" + raw + ":mailto:x").parameter("CN")).isEqualTo(meant);
    }

    @Test
    void a_list_of_quoted_values_stays_a_list() {
        assertThat(line("X;MEMBER=\"mailto:a\",\"mailto:b\":v").parameter("MEMBER"))
                .isEqualTo("\"mailto:a\",\"mailto:b\"");
    }

    @Test
    void an_unknown_name_is_given_in_upper_case_too() {
        assertThat(line("x-wr-Something:v").name()).isEqualTo("X-WR-SOMETHING");
        assertThat(line("summary:v").name()).isSameAs(line("SUMMARY:v").name());
    }

    @Test
    void the_whole_line_is_kept_verbatim() {
        String text = "EXDATE;TZID=Europe/Berlin:20260301T090000,20260302T090000";

        assertThat(line(text).verbatim()).isEqualTo(text);
    }

    @Test
    void what_is_no_content_line_is_passed_over() {
        ContentLines source = FeedText.consuming(
                        "no colon\r\n:no name\r\nspace in:name\r\n<br/>\r\nUID:u".getBytes(StandardCharsets.UTF_8),
                        Optional.empty())
                .lines(1_000);

        ContentLine line = source.next();

        assertThat(line).isNotNull();
        assertThat(line.name()).isEqualTo("UID");
        assertThat(source.next()).isNull();
        assertThat(source.passedOver()).isEqualTo(4);
    }

    @Test
    void a_long_line_is_cut_before_a_character_and_says_so() {
        List<ContentLine> lines = lines("SUMMARY:abcé\r\nUID:u", 12);

        assertThat(lines.get(0).value()).isEqualTo("abc");
        assertThat(lines.get(0).isCut()).isTrue();
        assertThat(lines.get(1).value()).isEqualTo("u");
        assertThat(lines.get(1).isCut()).isFalse();
    }
}
