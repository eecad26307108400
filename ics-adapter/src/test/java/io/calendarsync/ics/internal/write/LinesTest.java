package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static String written(String line) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Lines(out).write(line);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_line_of_75_octets_is_one_line_and_one_of_76_is_two() {
        assertThat(written("SUMMARY:" + "a".repeat(67))).isEqualTo("SUMMARY:" + "a".repeat(67) + "\r\n");
        assertThat(written("SUMMARY:" + "a".repeat(68))).isEqualTo("SUMMARY:" + "a".repeat(67) + "\r\n a\r\n");
        assertThat(written("SUMMARY:" + "a".repeat(67 + 74))).hasLineCount(2);
        assertThat(written("SUMMARY:" + "a".repeat(67 + 75))).hasLineCount(3);
    }

    @Test
    void a_fold_never_parts_a_character() {
        for (int before = 0; before < 8; before++) {
            String line = "SUMMARY:" + "a".repeat(before) + "\u00fc\u4f1a\ud83d\ude00".repeat(100);

            String written = written(line);

            assertThat(written).doesNotContain("\ufffd");
            assertThat(written.lines()).allMatch(one -> one.getBytes(StandardCharsets.UTF_8).length <= 75);
            assertThat(written.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        }
    }

    @Test
    void a_blank_where_a_line_is_folded_stays() {
        String line = "SUMMARY:" + "a".repeat(67) + " b";

        assertThat(written(line)).isEqualTo("SUMMARY:" + "a".repeat(67) + "\r\n  b\r\n");
    }

    @Test
    void what_would_end_a_line_never_gets_out() {
        String hostile = "SUMMARY:a\r\nEND:VEVENT\n\u000b\f\u0085\u2028\u2029\u0000\u001f\u007fb\tc";

        assertThat(written(hostile)).isEqualTo("SUMMARY:aEND:VEVENTb\tc\r\n");
    }
}
