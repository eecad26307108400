package io.calendarsync.google.oauth;

import static io.calendarsync.google.GoogleServer.json;
import static io.calendarsync.google.GoogleServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.AuthorizationLost;
import io.calendarsync.Misconfigured;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.google.GoogleServer;
import io.calendarsync.google.internal.json.Json;
import io.calendarsync.model.Access;
import io.calendarsync.spi.provider.AuthorizationServer;
import io.calendarsync.spi.provider.Grant;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service account acts for the users of an organization that has delegated this to it. */
class DelegationTest {

    @AutoClose
    private static final GoogleServer GOOGLE = new GoogleServer();

    private static KeyPair keys;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    @BeforeEach
    void reset() {
        GOOGLE.reset();
    }

    private static String keyFile() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new String(
                Json.bytes(Json.object()
                        .put("type", "service_account")
                        .put("private_key_id", "key-1")
                        .put("private_key", pem)
                        .put("client_email", "robot@project.iam.gserviceaccount.com")),
                StandardCharsets.UTF_8);
    }

    private static AuthorizationServer server(String keyFile) {
        return GOOGLE.builder()
                .serviceAccount(() -> keyFile)
                .build()
                .authorization()
                .orElseThrow();
    }

    @Test
    void a_signed_claim_to_act_for_a_user_is_exchanged_for_a_token_without_a_refresh_token() throws Exception {
        GOOGLE.answersAll(ok("{\"access_token\":\"ya29.d\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));

        Grant grant = server(keyFile()).delegate("anna@example.com", Access.READ_WRITE);

        assertThat(grant.accessToken()).isEqualTo("ya29.d");
        assertThat(grant.refreshToken()).isEmpty();
        assertThat(grant.access()).isEqualTo(Optional.of(Access.READ_WRITE));
        String[] form = GOOGLE.lastAsked().getBodyAsString().split("assertion=");
        assertThat(form[0]).contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
        String[] token = URLDecoder.decode(form[1], StandardCharsets.UTF_8).split("\\.");
        ObjectNode claims = Json.parse(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(Json.text(claims, "iss")).isEqualTo("robot@project.iam.gserviceaccount.com");
        assertThat(Json.text(claims, "sub")).isEqualTo("anna@example.com");
        assertThat(Json.text(claims, "aud")).isEqualTo(GOOGLE.address("/token").toString());
        assertThat(Json.text(claims, "scope")).contains("calendar.events ").contains("calendarlist.readonly");
        assertThat(Json.number(claims, "iat")).contains(GoogleServer.NOW.getEpochSecond());
        assertThat(Json.number(claims, "exp")).contains(GoogleServer.NOW.getEpochSecond() + 3_600);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void an_organization_that_does_not_delegate_any_more_is_a_grant_lost() {
        GOOGLE.answersAll(
                json(401, "{\"error\":\"unauthorized_client\",\"error_description\":\"Client is unauthorized.\"}"));
        AuthorizationServer server = server(keyFile());

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(AuthorizationLost.class);
    }

    @Test
    void a_user_who_is_gone_is_a_grant_lost() {
        GOOGLE.answersAll(
                json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid email or User ID\"}"));
        AuthorizationServer server = server(keyFile());

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(AuthorizationLost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid JWT Signature.", "Invalid JWT: Token must be a short-lived token (60 minutes)"})
    void a_key_that_was_deleted_or_a_clock_that_is_wrong_is_no_users_fault(String description) {
        GOOGLE.answersAll(json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + description + "\"}"));
        AuthorizationServer server = server(keyFile());

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(Misconfigured.class);
    }

    @Test
    void a_server_in_trouble_takes_nothing_away() {
        GOOGLE.answersAll(json(503, ""));
        AuthorizationServer server = server(keyFile());

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void without_a_service_account_the_application_is_set_up_wrongly() {
        AuthorizationServer server = GOOGLE.builder().build().authorization().orElseThrow();

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(Misconfigured.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key c4n4ry",
                "{}",
                "{\"client_email\":\"a@b\",\"private_key\":\"c4n4ry\"}",
                "{\"client_email\":\"a@b\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\nYzRuNHJ5\\n-----END PRIVATE KEY-----\"}"
            })
    void a_key_file_that_is_none_is_the_applications_fault_and_not_shown(String file) {
        AuthorizationServer server = server(file);

        assertThatThrownBy(() -> server.delegate("anna@example.com", Access.READ))
                .isInstanceOf(Misconfigured.class)
                .hasNoCause()
                .message()
                .doesNotContain("c4n4ry", "YzRu");
        assertThat(GOOGLE.asked()).isEmpty();
    }
}
