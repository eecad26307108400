package io.calendarsync.ics.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfoldingTest {

    private static String unfold(String folded) {
        Unfolding.Bytes lines = Unfolding.unfold(folded.getBytes(StandardCharsets.UTF_8));
        return new String(lines.array(), 0, lines.length(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"'\r\n'", "'\n'", "'\r'", "'\r\r\n'", "'\n\r'"})
    void any_line_end_ends_a_line_and_folds_one(String end) {
        String folded = "SUMMARY:one" + end + " two" + end + "\tthree" + end + "UID:u" + end;

        assertThat(unfold(folded)).isEqualTo("SUMMARY:onetwothree\nUID:u\n");
    }

    @Test
    void only_the_first_blank_of_a_continuation_goes() {
        assertThat(unfold("A:x\r\n  y\r\n \r\n z")).isEqualTo("A:x yz\n");
    }

    @Test
    void a_last_line_needs_no_end() {
        assertThat(unfold("A:x\r\n y")).isEqualTo("A:xy\n");
    }

    @Test
    void empty_lines_vanish_also_before_a_continuation() {
        assertThat(unfold("\r\n\r\nA:x\r\n\r\n y\r\n\r\nB:z\r\n")).isEqualTo("A:xy\nB:z\n");
    }

    @Test
    void a_byte_order_mark_goes_wherever_files_were_joined() {
        assertThat(unfold("\uFEFFA:x\r\n\uFEFFB:y\r\n\uFEFF\r\n")).isEqualTo("A:x\nB:y\n");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(unfold("")).isEmpty();
        assertThat(unfold("\r\n\n\r")).isEmpty();
    }

    @Test
    void folding_at_any_byte_changes_nothing() {
        String lines = "SUMMARY:Jörgs Früh­stück 🥐 im Café\nDESCRIPTION;X=\"a:b\":日本語 ; , \\n end\nUID:u\n";
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 2_000; seed++) {
            byte[] folded = fold(bytes, new SplittableRandom(seed));
            Unfolding.Bytes unfolded = Unfolding.unfold(folded);

            assertThat(new String(unfolded.array(), 0, unfolded.length(), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(lines);
        }
    }

    /** Folds within lines at random, with random line ends, also within characters. */
    private static byte[] fold(byte[] lines, SplittableRandom random) {
        String[] ends = {"\r\n", "\n", "\r"};
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        double often = random.nextDouble(0.01, 0.6);
        for (int i = 0; i < lines.length; i++) {
            boolean within = i > 0 && lines[i - 1] != '\n' && lines[i] != '\n';
            if (within && random.nextDouble() < often) {
                folded.writeBytes(ends[random.nextInt(3)].getBytes(StandardCharsets.US_ASCII));
                folded.write(random.nextBoolean() ? ' ' : '\t');
            }
            if (lines[i] == '\n') {
                folded.writeBytes(ends[random.nextInt(3)].getBytes(StandardCharsets.US_ASCII));
            } else {
                folded.write(lines[i]);
            }
        }
        return folded.toByteArray();
    }
}
