package io.calendarsync.ics.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static FeedText read(byte[] body) {
        return FeedText.consuming(body.clone(), Optional.empty());
    }

    private static String value(FeedText text) {
        ContentLine line = text.lines(1_000_000).next();
        return line == null ? "" : line.value();
    }

    @Test
    void utf_8_is_read_without_being_declared() {
        FeedText text = read("SUMMARY:Übung 🥐".getBytes(StandardCharsets.UTF_8));

        assertThat(value(text)).isEqualTo("Übung 🥐");
        assertThat(text.isCharsetGuessed()).isFalse();
    }

    @Test
    void a_character_split_by_a_fold_is_whole_again() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("SUMMARY:".getBytes(StandardCharsets.UTF_8));
        for (byte b : "🥐é".getBytes(StandardCharsets.UTF_8)) {
            body.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
            body.write(b);
        }

        FeedText text = read(body.toByteArray());

        assertThat(value(text)).isEqualTo("🥐é");
        assertThat(text.isCharsetGuessed()).isFalse();
    }

    @Test
    void latin_1_under_a_utf_8_header_is_taken_for_windows_1252_and_said_so() {
        byte[] body = "SUMMARY:Café – „Zoë“".getBytes(WINDOWS);

        FeedText text = FeedText.consuming(body.clone(), Optional.of(StandardCharsets.UTF_8));

        assertThat(value(text)).isEqualTo("Café – „Zoë“");
        assertThat(text.isCharsetGuessed()).isTrue();
    }

    /** One bad byte must not turn every other title of the feed into gibberish. */
    @Test
    void a_line_that_is_no_utf_8_leaves_the_others_as_they_are() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("SUMMARY:Übung\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes("SUMMARY:Café\r\n".getBytes(WINDOWS));
        body.writeBytes("SUMMARY:日本\r\n".getBytes(StandardCharsets.UTF_8));

        FeedText text = FeedText.consuming(body.toByteArray(), Optional.of(StandardCharsets.UTF_8));

        ContentLines lines = text.lines(1_000_000);
        assertThat(Stream.generate(lines::next).limit(3).map(ContentLine::value))
                .containsExactly("Übung", "Café", "日本");
        assertThat(text.isCharsetGuessed()).isTrue();
    }

    @Test
    void a_declared_charset_is_believed() {
        FeedText text = FeedText.consuming(
                "SUMMARY:日本".getBytes(Charset.forName("Shift_JIS")), Optional.of(Charset.forName("Shift_JIS")));

        assertThat(value(text)).isEqualTo("日本");
        assertThat(text.isCharsetGuessed()).isFalse();
    }

    @Test
    void a_declared_charset_that_does_not_fit_gives_way_to_utf_8() {
        FeedText text = FeedText.consuming(
                "SUMMARY:日本".getBytes(StandardCharsets.UTF_8), Optional.of(Charset.forName("EUC-JP")));

        assertThat(value(text)).isEqualTo("日本");
    }

    @Test
    void iso_8859_1_means_windows_1252() {
        FeedText text =
                FeedText.consuming("SUMMARY:“q” 5 €".getBytes(WINDOWS), Optional.of(StandardCharsets.ISO_8859_1));

        assertThat(value(text)).isEqualTo("“q” 5 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_told_by_its_mark(String charset) {
        byte[] body = "\uFEFFSUMMARY:Üb\r\n ung".getBytes(Charset.forName(charset));

        assertThat(value(read(body))).isEqualTo("Übung");
    }

    @Test
    void utf_16_without_mark_is_read_if_declared() {
        byte[] body = "SUMMARY:Übung".getBytes(StandardCharsets.UTF_16BE);

        assertThat(value(FeedText.consuming(body.clone(), Optional.of(StandardCharsets.UTF_16BE))))
                .isEqualTo("Übung");
    }

    @Test
    void the_first_line_is_compared_without_case_and_blanks() {
        assertThat(read("\r\n\uFEFFbegin:vcalendar  \r\n".getBytes(StandardCharsets.UTF_8))
                        .startsWith("BEGIN:VCALENDAR"))
                .isTrue();
        assertThat(read("BEGIN:VCALENDARX".getBytes(StandardCharsets.UTF_8)).startsWith("BEGIN:VCALENDAR"))
                .isFalse();
    }

    @Test
    void what_is_strict_utf_8() {
        for (String valid : new String[] {"a", "é", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00"}) {
            byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.isValid(bytes, 0, bytes.length)).as(valid).isTrue();
        }
        byte[][] invalid = {
            {(byte) 0xC3},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
            {(byte) 0xFF},
            {(byte) 0x80},
            {(byte) 0xE2, (byte) 0x28, (byte) 0xA1},
        };
        for (byte[] bytes : invalid) {
            assertThat(Utf8.isValid(bytes, 0, bytes.length)).isFalse();
        }
    }
}
