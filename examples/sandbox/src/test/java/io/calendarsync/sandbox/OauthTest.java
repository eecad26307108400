package io.calendarsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent, tokens and their ends. */
class OauthTest {

    private static final String READ = "https://www.googleapis.com/auth/calendar.readonly";
    private static final String BACK = "http://127.0.0.1:9/back";
    private static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier-1";

    private GoogleSandbox sandbox;
    private Wire nobody;

    @BeforeEach
    void start() {
        sandbox = GoogleSandbox.start();
        sandbox.user("ada@example.com");
        nobody = new Wire(sandbox, "");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String authorize(String more) {
        return "/o/oauth2/v2/auth?client_id=" + sandbox.clientId() + "&redirect_uri=" + Wire.encoded(BACK)
                + "&response_type=code&scope=" + Wire.encoded("openid email " + READ)
                + "&state=xyz&login_hint=ada@example.com" + more;
    }

    private Map<String, String> back(Wire.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(302);
        URI uri = URI.create(reply.header("Location"));
        assertThat(uri.toString()).startsWith(BACK + "?");
        Map<String, String> query = new HashMap<>();
        for (String pair : uri.getQuery().split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    private Wire.Reply token(String form) {
        return nobody.post(
                "/token", form + "&client_id=" + sandbox.clientId() + "&client_secret=" + sandbox.clientSecret());
    }

    private Wire.Reply exchange(String code) {
        return token(
                "grant_type=authorization_code&redirect_uri=" + Wire.encoded(BACK) + "&code=" + Wire.encoded(code));
    }

    private Wire.Reply refresh(String refreshToken) {
        return token("grant_type=refresh_token&refresh_token=" + Wire.encoded(refreshToken));
    }

    private JsonNode consented(String more) {
        return exchange(back(nobody.get(authorize("&sandbox_decision=allow" + more)))
                        .get("code"))
                .fine();
    }

    @Test
    void the_page_asks_and_its_buttons_decide() {
        Wire.Reply page = nobody.get(authorize(""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(READ, "Allow", "Deny", "name=\"state\" value=\"xyz\"");
    }

    @Test
    void whoever_denies_is_sent_back_with_the_error_and_the_state() {
        sandbox.oauth().deny();

        assertThat(back(nobody.get(authorize(""))))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "xyz")
                .doesNotContainKey("code");
    }

    @Test
    void a_code_is_good_for_tokens_once() {
        String code = back(nobody.get(authorize("&sandbox_decision=allow&access_type=offline")))
                .get("code");

        JsonNode tokens = exchange(code).fine();

        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("scope").asText()).contains(READ);
        assertThat(tokens.path("refresh_token").asText()).isNotEmpty();
        assertThat(exchange(code).json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void the_id_token_says_who_somebody_is() {
        JsonNode tokens = consented("");

        String claims = new String(
                Base64.getUrlDecoder().decode(tokens.path("id_token").asText().split("\\.")[1]),
                StandardCharsets.UTF_8);
        JsonNode info = new Wire(sandbox, tokens.path("access_token").asText())
                .get("/v1/userinfo")
                .fine();
        assertThat(claims)
                .contains("\"sub\":\"" + sandbox.user("ada@example.com").subject() + "\"")
                .contains("\"email\":\"ada@example.com\"")
                .contains("\"aud\":\"" + sandbox.clientId() + "\"");
        assertThat(info.path("email").asText()).isEqualTo("ada@example.com");
    }

    @Test
    void a_refresh_token_comes_with_the_first_offline_consent_or_when_consent_is_forced() {
        assertThat(consented("").has("refresh_token")).isFalse();
        sandbox.user("ada@example.com").revoke();
        assertThat(consented("&access_type=offline").has("refresh_token")).isTrue();
        assertThat(consented("&access_type=offline").has("refresh_token")).isFalse();
        assertThat(consented("&access_type=offline&prompt=consent").has("refresh_token"))
                .isTrue();
    }

    @Test
    void the_code_wants_its_verifier() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        String challenge = "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        String one = back(nobody.get(authorize("&sandbox_decision=allow" + challenge)))
                .get("code");
        String other = back(nobody.get(authorize("&sandbox_decision=allow" + challenge)))
                .get("code");

        assertThat(exchange(one).status()).isEqualTo(400);
        assertThat(token("grant_type=authorization_code&redirect_uri=" + Wire.encoded(BACK) + "&code="
                                + Wire.encoded(other) + "&code_verifier=" + VERIFIER)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void scopes_can_be_unticked() {
        sandbox.oauth().untick("calendar.readonly");

        JsonNode tokens = consented("");

        assertThat(tokens.path("scope").asText())
                .isEqualTo(tokens.path("scope").asText().replace(READ, ""));
        Wire.Reply reply = new Wire(sandbox, tokens.path("access_token").asText()).get("users/me/calendarList");
        assertThat(reply.refusal()).isEqualTo("403 insufficientPermissions");
        assertThat(reply.text()).contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    @Test
    void the_form_of_the_page_says_what_was_ticked_and_by_whom() {
        String form =
                authorize("&sandbox_decision=allow&sandbox_user=ben@example.com&sandbox_scope=" + Wire.encoded(READ));

        JsonNode tokens = exchange(back(nobody.get(form)).get("code")).fine();

        assertThat(tokens.path("scope").asText()).isEqualTo(READ);
        assertThat(tokens.has("id_token")).isFalse();
        assertThat(new Wire(sandbox, tokens.path("access_token").asText())
                        .get("users/me/calendarList/primary")
                        .fine()
                        .path("id")
                        .asText())
                .isEqualTo("ben@example.com");
    }

    @Test
    void strangers_are_not_sent_anywhere() {
        String elsewhere = authorize("").replace("127.0.0.1%3A9", "evil.example");
        assertThat(nobody.get(elsewhere).status()).isEqualTo(400);
        assertThat(nobody.get(authorize("").replace("sandbox-client", "other")).status())
                .isEqualTo(401);
    }

    @Test
    void a_redirect_must_be_the_same_at_the_token_endpoint() {
        String code = back(nobody.get(authorize("&sandbox_decision=allow"))).get("code");

        assertThat(token("grant_type=authorization_code&redirect_uri=http://127.0.0.1:9/other&code="
                                + Wire.encoded(code))
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("redirect_uri_mismatch");
    }

    @Test
    void a_wrong_secret_is_the_applications_fault() {
        Wire.Reply reply = nobody.post(
                "/token",
                "grant_type=refresh_token&refresh_token=x&client_id=" + sandbox.clientId() + "&client_secret=no");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void a_refresh_keeps_the_refresh_token_unless_rotation_kills_it() {
        String token = sandbox.user("ada@example.com").consent("calendar").refreshToken();

        assertThat(refresh(token).fine().has("refresh_token")).isFalse();
        sandbox.oauth().rotateRefreshTokens(true);
        String rotated = refresh(token).fine().path("refresh_token").asText();
        assertThat(refresh(token).json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refresh(rotated).status()).isEqualTo(200);
        assertThat(sandbox.counters().refreshes()).isEqualTo(4);
    }

    @Test
    void a_revoked_grant_is_dead_in_every_respect() {
        SandboxTokens tokens = sandbox.user("ada@example.com").consent("calendar");
        Wire wire = new Wire(sandbox, tokens.accessToken());

        assertThat(nobody.post("/revoke", "token=" + Wire.encoded(tokens.refreshToken()))
                        .status())
                .isEqualTo(200);

        Wire.Reply again = refresh(tokens.refreshToken());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(again.json().path("error_description").asText()).isEqualTo("Token has been expired or revoked.");
        assertThat(wire.get("users/me/calendarList").refusal()).isEqualTo("401 authError");
        assertThat(nobody.post("/revoke", "token=" + Wire.encoded(tokens.refreshToken()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void access_tokens_live_their_life() {
        SandboxTokens tokens = sandbox.user("ada@example.com").consent("calendar");
        Wire wire = new Wire(sandbox, tokens.accessToken());

        assertThat(wire.get("users/me/calendarList").status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(3599));
        assertThat(wire.get("users/me/calendarList").refusal()).isEqualTo("401 authError");
        assertThat(nobody.get("users/me/calendarList").refusal()).isEqualTo("401 required");
    }

    @Test
    void refresh_tokens_die_of_age_of_disuse_and_of_too_many() {
        SandboxUser ada = sandbox.user("ada@example.com");
        String oldest = ada.consent("calendar").refreshToken();
        for (int more = 0; more < 100; more++) {
            ada.consent("calendar");
        }
        String newest = ada.refreshTokens().get(99);

        assertThat(refresh(oldest).status()).isEqualTo(400);
        sandbox.clock().advance(Duration.ofDays(179));
        assertThat(refresh(newest).status()).isEqualTo(200);
        sandbox.oauth().refreshTokenLife(Duration.ofDays(7));
        assertThat(refresh(newest).status()).isEqualTo(400);
        String unused = sandbox.user("ben@example.com").consent("calendar").refreshToken();
        sandbox.oauth().refreshTokenLife(Duration.ofDays(1000));
        sandbox.clock().advance(Duration.ofDays(181));
        assertThat(refresh(unused).status()).isEqualTo(400);
    }
}
