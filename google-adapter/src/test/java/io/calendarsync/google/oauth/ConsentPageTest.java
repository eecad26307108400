package io.calendarsync.google.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calendarsync.google.GoogleProvider;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.Consent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page a user is sent to. */
class ConsentPageTest {

    private static URI page(Consent consent) {
        return GoogleProvider.builder("client-1", "s3cret")
                .build()
                .authorization()
                .orElseThrow()
                .consentPage(consent);
    }

    private static Map<String, String> query(URI page) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : page.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static Consent consent(Access access, String account) {
        return new Consent(URI.create("https://host.example/back?a=b"), "st&te", "verifier", access, account);
    }

    @Test
    void the_page_asks_for_a_refresh_token_and_proves_who_will_exchange_the_code() {
        URI page = page(consent(Access.READ, ""));

        assertThat(page.toString()).startsWith("https://accounts.google.com/o/oauth2/v2/auth?");
        assertThat(query(page))
                .isEqualTo(new TreeMap<>(Map.of(
                        "client_id", "client-1",
                        "redirect_uri", "https://host.example/back?a=b",
                        "response_type", "code",
                        "scope",
                                "https://www.googleapis.com/auth/calendar.events.readonly"
                                        + " https://www.googleapis.com/auth/calendar.calendarlist.readonly",
                        "state", "st&te",
                        "access_type", "offline",
                        "prompt", "select_account consent",
                        "include_granted_scopes", "true",
                        "code_challenge", consent(Access.READ, "").challenge(),
                        "code_challenge_method", "S256")));
        assertThat(page.toString()).doesNotContain("s3cret", "verifier");
    }

    @Test
    void an_account_that_is_known_is_not_asked_for_again() {
        assertThat(query(page(consent(Access.READ, "anna@example.com"))))
                .containsEntry("login_hint", "anna@example.com")
                .containsEntry("prompt", "consent");
    }

    @ParameterizedTest
    @CsvSource({"FREE_BUSY,events.freebusy", "READ,events.readonly", "READ_WRITE,events"})
    void no_more_is_asked_for_than_is_needed(Access access, String scope) {
        assertThat(query(page(consent(access, ""))).get("scope").split(" "))
                .containsExactly(
                        "https://www.googleapis.com/auth/calendar." + scope,
                        "https://www.googleapis.com/auth/calendar.calendarlist.readonly");
    }

    @Test
    void another_page_may_be_named() {
        try (GoogleServer server = new GoogleServer()) {
            URI page = server.builder().build().authorization().orElseThrow().consentPage(consent(Access.READ, ""));

            assertThat(page.toString()).startsWith(server.address("/auth?").toString());
        }
    }
}
