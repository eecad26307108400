package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void a_text_is_escaped() {
        assertThat(Line.of("SUMMARY").text("a\\b;c,d:\"e\"")).isEqualTo("SUMMARY:a\\\\b\\;c\\,d:\"e\"");
    }

    @Test
    void every_kind_of_line_break_is_one_within_a_text() {
        assertThat(Line.of("SUMMARY").text("a\r\nb\nc\rd\u0085e\u2028f\n\rg"))
                .isEqualTo("SUMMARY:a\\nb\\nc\\nd\\ne\\nf\\n\\ng");
    }

    @Test
    void a_parameter_is_quoted_where_it_must_be_and_escaped_by_rfc_6868() {
        assertThat(Line.of("X").parameter("CN", "Ann Lee").value("v")).isEqualTo("X;CN=Ann Lee:v");
        assertThat(Line.of("X").parameter("CN", "Lee, Ann").value("v")).isEqualTo("X;CN=\"Lee, Ann\":v");
        assertThat(Line.of("X").parameter("CN", "a;b:c").value("v")).isEqualTo("X;CN=\"a;b:c\":v");
        assertThat(Line.of("X").parameter("CN", " Ann").value("v")).isEqualTo("X;CN=\" Ann\":v");
        assertThat(Line.of("X").parameter("CN", "the \"boss\" ^\r\n2").value("v"))
                .isEqualTo("X;CN=the ^'boss^' ^^^n2:v");
        assertThat(Line.of("X").parameter("CN", "").value("v")).isEqualTo("X:v");
    }

    @Test
    void a_list_of_texts_parts_at_commas_that_are_not_escaped() {
        assertThat(TextEscapes.list(List.of("a,b", "c;d", "e"))).isEqualTo("a\\,b,c\\;d,e");
    }
}
