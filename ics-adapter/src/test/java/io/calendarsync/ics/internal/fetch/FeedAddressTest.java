package io.calendarsync.ics.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    private static FeedAddress address(String uri) throws FeedAddress.Unusable {
        return FeedAddress.of(URI.create(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.com/a.ics, false, example.com, 80, /a.ics",
        "https://example.com/a.ics?k=v&x, true, example.com, 443, /a.ics?k=v&x",
        "webcal://example.com/a.ics, true, example.com, 443, /a.ics",
        "WEBCALS://example.com/a.ics, true, example.com, 443, /a.ics",
        "https://example.com:80/a.ics, true, example.com, 443, /a.ics",
        "webcal://example.com:80/a.ics, true, example.com, 443, /a.ics",
        "webcal://example.com:8080, true, example.com, 8080, /",
        "http://[2001:db8::1]:81/a, false, 2001:db8::1, 81, /a",
        "https://exämple.com/ü, true, xn--exmple-cua.com, 443, /%C3%BC",
        "https://under_score.example.com/a, true, under_score.example.com, 443, /a",
        "https://example.com./a, true, example.com, 443, /a",
        "https://example.com/a%20b#part, true, example.com, 443, /a%20b",
    })
    void an_address_says_where_and_what(String uri, boolean tls, String host, int port, String target)
            throws FeedAddress.Unusable {
        assertThat(address(uri)).isEqualTo(new FeedAddress(tls, host, port, target, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/a", "file:///etc/passwd", "jar:file:///a!/b", "//example.com/a", "mailto:a@b",
                "https:///a", "https://user@/a", "http://exa$mple/a", "https://example.com:0/a",
                        "https://example.com:65536/a"
            })
    void other_addresses_are_unusable_and_not_shown(String uri) {
        assertThatThrownBy(() -> address(uri))
                .isInstanceOf(FeedAddress.Unusable.class)
                .message()
                .doesNotContain("example", "passwd");
    }

    @ParameterizedTest
    @CsvSource({"jane:se%63ret, jane:secret", "jane, jane", "j%C3%A4ne:a+b%, jäne:a+b%", "a@b:c, a@b:c"})
    void credentials_become_a_header(String userInfo, String meant) throws FeedAddress.Unusable {
        FeedAddress address =
                address("https://" + userInfo.replace("b%", "b%25").replace("a@b", "a%40b") + "@example.com/a");

        assertThat(address.host()).isEqualTo("example.com");
        assertThat(address.authorization())
                .contains("Basic " + Base64.getEncoder().encodeToString(meant.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothing_but_the_host_is_shown() throws FeedAddress.Unusable {
        assertThat(address("https://jane:secret@example.com/token").toString()).isEqualTo("FeedAddress[example.com]");
    }

    @ParameterizedTest
    @CsvSource({
        "/b?q, http://example.com/b?q",
        "b, http://example.com/dir/b",
        "?x=1, http://example.com/dir/a?x=1",
        "//other.example/b, http://other.example/b",
        "https://example.com/b, https://example.com/b",
        "webcal://other.example/b, https://other.example/b",
        "/with space, http://example.com/with%20space",
    })
    void a_redirect_leads_somewhere_else(String location, String meant) throws FeedAddress.Unusable {
        assertThat(address("http://example.com/dir/a?q").redirectedTo(location)).isEqualTo(address(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com/b", "file:///etc/passwd", "ftp://example.com/", "https://%zz/", "gopher:x"})
    void a_redirect_to_clear_text_or_elsewhere_is_refused(String location) throws FeedAddress.Unusable {
        FeedAddress secure = address("https://example.com/a");

        assertThatThrownBy(() -> secure.redirectedTo(location)).isInstanceOf(FeedAddress.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://u:p@example.com/a, /b, true",
        "http://u:p@example.com/a, https://example.com/b, true",
        "https://u:p@example.com/a, https://www.example.com/b, false",
        "https://u:p@example.com/a, https://example.com:8443/b, false",
        "http://u:p@example.com:8080/a, https://example.com/b, false",
    })
    void credentials_go_along_to_the_same_host_only(String from, String location, boolean kept)
            throws FeedAddress.Unusable {
        assertThat(address(from).redirectedTo(location).authorization().isPresent())
                .isEqualTo(kept);
    }

    @Test
    void a_redirect_brings_no_credentials_of_its_own_to_the_host_it_came_from() throws FeedAddress.Unusable {
        FeedAddress next = address("https://example.com/a").redirectedTo("https://u:p@example.com/b");

        assertThat(next.authorization()).isEmpty();
    }
}
