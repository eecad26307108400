package io.calendarsync.ics.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p>                     | One~Two",
                "a<br>b<BR/>c<br class=\"x\" />d          | a~b~c~d",
                "<b>bold</b> and  <a href=\"x>y\">link</a>| bold and y\">link",
                "<!-- hidden > -->shown                   | shown",
                "<style>p { a: b }</style >x<script>y</SCRIPT>z | xz",
                "1 &lt; 2 &amp;&amp; &#8364;&#x20AC; &nbsp;&unknown; | 1 < 2 && \u20ac\u20ac  &unknown;",
                "2 < 3 and <not closed                    | 2 < 3 and <not closed",
                "<p>a</p><p> </p><div></div><p></p><p>b</p> | a~~b",
                "&#0;&#1114112;                           | &#0;&#1114112;",
            })
    void html_is_said_as_plain_text(String html, String plain) {
        assertThat(HtmlText.plain(html)).isEqualTo(plain.replace('~', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "<!--", "<script", "<script>", "<a>", "&", "&amp", " ", "\n"})
    void however_often_something_is_begun_it_is_read_in_one_pass(String begun) {
        String html = begun.repeat(1_000_000 / begun.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlText.plain(html));
    }

    @Test
    void a_letter_that_grows_in_lower_case_moves_nothing() {
        assertThat(HtmlText.plain("\u0130\u0130\u0130<style>x</style>y")).isEqualTo("\u0130\u0130\u0130y");
    }
}
