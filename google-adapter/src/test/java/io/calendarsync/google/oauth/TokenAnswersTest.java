package io.calendarsync.google.oauth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.CalendarSyncException;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.TransientFailure;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Consent;
import io.calendarsync.spi.provider.Grant;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and refresh tokens become access tokens, or the fault that says whose trouble it is. */
class TokenAnswersTest {

    private static final String SCOPES = "https://www.googleapis.com/auth/calendar.events"
            + " https://www.googleapis.com/auth/calendar.calendarlist.readonly openid";
    private static final Consent CONSENT =
            new Consent(URI.create("https://host.example/back"), "state", "the-verifier", Access.READ, "");

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static AuthorizationServer server() {
        return GOOGLE.builder().build().authorization().orElseThrow();
    }

    private static Map<String, String> form(LoggedRequest request) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : request.getBodyAsString().split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Test
    void a_code_is_exchanged_for_a_grant() {
        GOOGLE.answersAll(ok("""
                {"access_token":"ya29.a","expires_in":3599,"refresh_token":"1//r","scope":"%s","token_type":"Bearer"}""".formatted(SCOPES)));

        Grant grant = server().exchange(CONSENT, "4/the+code");

        assertThat(grant)
                .isEqualTo(new Grant(
                        "ya29.a", Duration.ofSeconds(3_599), Optional.of("1//r"), Optional.of(Access.READ_WRITE)));
        assertThat(GOOGLE.lastAsked().getUrl()).isEqualTo("/token");
        assertThat(form(GOOGLE.lastAsked()))
                .isEqualTo(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "client-1",
                        "client_secret", "s3cret-of-the-client",
                        "code", "4/the+code",
                        "redirect_uri", "https://host.example/back",
                        "code_verifier", "the-verifier"));
    }

    @Test
    void a_refresh_keeps_the_refresh_token_where_no_other_comes() {
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.b\",\"expires_in\":3599,\"scope\":\"" + SCOPES + "\"}"));

        assertThat(server().refresh("1//r").refreshToken()).isEmpty();
        assertThat(form(GOOGLE.lastAsked()))
                .isEqualTo(Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "client-1",
                        "client_secret", "s3cret-of-the-client",
                        "refresh_token", "1//r"));
    }

    @Test
    void a_refresh_token_that_was_replaced_comes_with_the_grant() {
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.b\",\"refresh_token\":\"1//s\",\"expires_in\":\"60\"}"));

        Grant grant = server().refresh("1//r");

        assertThat(grant.refreshToken()).contains("1//s");
        assertThat(grant.life()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "calendar,READ_WRITE",
        "calendar.readonly,READ",
        "calendar.events calendar.calendarlist.readonly,READ_WRITE",
        "calendar.events.readonly calendar.calendarlist,READ",
        "calendar.events.freebusy calendar.calendarlist.readonly,FREE_BUSY",
        "calendar.events.readonly calendar.events calendar.calendarlist.readonly,READ_WRITE",
        "calendar.events,",
        "calendar.calendarlist.readonly,",
        "calendar.freebusy,",
        "openid,"
    })
    void what_may_be_done_is_what_the_scopes_say_that_were_not_unticked(String scopes, Access access) {
        StringBuilder granted = new StringBuilder();
        for (String scope : scopes.split(" ")) {
            granted.append(" https://www.googleapis.com/auth/").append(scope);
        }
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.a\",\"scope\":\"" + granted + "\"}"));

        assertThat(server().exchange(CONSENT, "code").access()).isEqualTo(Optional.ofNullable(access));
    }

    @Test
    void an_answer_without_scopes_grants_what_was_asked_for() {
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.a\"}"));

        assertThat(server().exchange(CONSENT, "code").access()).contains(Access.READ);
        assertThat(server().exchange(CONSENT, "code").life()).isEqualTo(Duration.ofHours(1));
    }

    // Refusals

    @ParameterizedTest
    @CsvSource({
        "400,invalid_grant,AuthorizationLost",
        "401,invalid_client,Misconfigured",
        "400,invalid_client,Misconfigured",
        "401,unauthorized_client,Misconfigured",
        "400,redirect_uri_mismatch,Misconfigured",
        "400,invalid_request,Misconfigured",
        "400,invalid_scope,Misconfigured",
        "403,disabled_client,Misconfigured",
        "408,timeout,ProviderUnavailable",
        "429,rate_limited,RateLimited",
        "400,temporarily_unavailable,ProviderUnavailable",
        "500,internal_failure,ProviderUnavailable",
        "502,'',ProviderUnavailable",
        "503,'',ProviderUnavailable",
        "503,invalid_grant,ProviderUnavailable",
        "302,'',ProviderUnavailable",
        "400,'',ProviderUnavailable"
    })
    void the_error_code_says_whose_trouble_it_is(int status, String code, String fault) {
        GOOGLE.answersAll(json(status, "{\"error\":\"" + code + "\",\"error_description\":\"Words.\"}"));

        CalendarSyncException refused =
                catchThrowableOfType(CalendarSyncException.class, () -> server().refresh("1//r"));

        assertThat(refused.getClass().getSimpleName()).isEqualTo(fault);
        assertThat(refused.source().httpStatus()).isEqualTo(status);
        assertThat(refused.source().provider()).isEqualTo("google");
        assertThat(GOOGLE.asked())
                .as("a lost answer may have cost a token: nothing is repeated")
                .hasSize(1);
        assertThatThrownBy(() -> server().exchange(CONSENT, "code")).isInstanceOf(refused.getClass());
    }

    @Test
    void an_organization_that_wants_its_users_to_sign_in_again_is_told_of() {
        GOOGLE.answersAll(json(400, "{\"error\":\"invalid_grant\",\"error_subtype\":\"invalid_rapt\"}"));

        assertThatThrownBy(() -> server().refresh("1//r"))
                .isInstanceOf(AuthorizationLost.class)
                .hasMessageContaining("invalid_rapt");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_pause_the_token_server_asks_for_goes_along(int status) {
        GOOGLE.answersAll(aResponse().withStatus(status).withHeader("Retry-After", "21"));

        TransientFailure refused = catchThrowableOfType(TransientFailure.class, () -> server().refresh("1//r"));

        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "{}", "{\"access_token\":7}"})
    void an_answer_without_a_token_is_a_failure_that_may_pass(String body) {
        GOOGLE.answersAll(ok(body));

        assertThatThrownBy(() -> server().refresh("1//r")).isInstanceOf(ProviderUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_connection_that_breaks_is_a_failure_that_may_pass(Fault fault) {
        GOOGLE.answersAll(aResponse().withFault(fault));

        assertThatThrownBy(() -> server().refresh("1//r")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void a_token_server_that_answers_too_slowly_is_waited_for_no_longer() {
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.a\"}").withChunkedDribbleDelay(20, 20_000));
        AuthorizationServer server = GOOGLE.builder()
                .timeouts(Duration.ofSeconds(1), Duration.ofMillis(300))
                .build()
                .authorization()
                .orElseThrow();

        assertThatThrownBy(() -> server.refresh("1//r")).isInstanceOf(ProviderUnavailable.class);
    }

    // The end of a grant

    @Test
    void a_grant_is_ended_by_its_token() {
        GOOGLE.answersAll(ok("{}"));

        server().revoke("1//r");

        assertThat(GOOGLE.lastAsked().getUrl()).isEqualTo("/revoke");
        assertThat(form(GOOGLE.lastAsked())).isEqualTo(Map.of("token", "1//r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_token", "invalid_grant"})
    void a_grant_that_has_ended_already_is_fine(String code) {
        GOOGLE.answersAll(json(400, "{\"error\":\"" + code + "\"}"));

        assertThatCode(() -> server().revoke("1//r")).doesNotThrowAnyException();
    }

    @Test
    void a_grant_that_could_not_be_ended_now_may_be_later() {
        GOOGLE.answersAll(json(503, ""));

        assertThatThrownBy(() -> server().revoke("1//r")).isInstanceOf(TransientFailure.class);
    }
}
