package io.calendarsync.sandbox.google.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** An account of a program, which a domain may let act for its people. Confined to the lock of its world. */
public final class ServiceAccount {

    private static final String DOMAIN = "@sandbox-project.iam.gserviceaccount.com";

    private static final String GOOGLE = "https://oauth2.googleapis.com/token";

    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SLACK = Duration.ofMinutes(5);

    private final World world;
    private final String tokenUrl;
    private final SigningKey key = new SigningKey();
    private final Set<String> delegated = new LinkedHashSet<>();

    /** Works on a world. */
    public ServiceAccount(World world, String tokenUrl) {
        this.world = world;
        this.tokenUrl = tokenUrl;
    }

    /** Its address. */
    public String email() {
        return "sandbox" + DOMAIN;
    }

    /** Returns whether an address is a program's. */
    public static boolean isProgram(String email) {
        return email.endsWith(DOMAIN);
    }

    /** Lets it act for the people of the domain within scopes; none takes that away. */
    public void delegate(Set<String> scopes) {
        delegated.clear();
        delegated.addAll(scopes);
    }

    /** Returns the key file, as the console gives it out. */
    public ObjectNode keyFile() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.pair().getPrivate().getEncoded());
        return Json.object()
                .put("type", "service_account")
                .put("project_id", "sandbox-project")
                .put("private_key_id", "sandbox")
                .put("private_key", "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", email())
                .put("client_id", "100000000000000000001")
                .put("token_uri", tokenUrl);
    }

    /** Returns who an assertion lets the program act for, and within which scopes. */
    Delegated check(String assertion) {
        ObjectNode claims = key.check(assertion)
                .orElseThrow(() -> new OauthException(400, "invalid_grant", "Invalid JWT Signature."));
        Instant now = world.now();
        Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!claims.path("iss").asText().equals(email())
                || !Set.of(tokenUrl, GOOGLE).contains(claims.path("aud").asText())
                || issued.isAfter(now.plus(SLACK))
                || expires.isBefore(now.minus(SLACK))
                || Duration.between(issued, expires).compareTo(LONGEST) > 0) {
            throw new OauthException(
                    400,
                    "invalid_grant",
                    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.");
        }
        Set<String> scopes = Scopes.parse(claims.path("scope").asText());
        String subject = claims.path("sub").asText(email());
        if (!subject.equals(email()) && !delegated.containsAll(scopes)) {
            throw new OauthException(
                    401,
                    "unauthorized_client",
                    "Client is unauthorized to retrieve access tokens using this method, or client not authorized for"
                            + " any of the scopes requested.");
        }
        if (!subject.equals(email()) && world.knownAccount(subject).isEmpty()) {
            throw new OauthException(400, "invalid_grant", "Invalid email or User ID");
        }
        return new Delegated(subject, scopes);
    }

    /** Who is acted for, and within what. */
    record Delegated(String subject, Set<String> scopes) {}
}
