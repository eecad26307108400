package io.calendarsync.sandbox.google.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calendarsync.sandbox.google.http.Answer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.http.Request;
import io.calendarsync.sandbox.google.state.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says who somebody is, to applications that may know: in an id token, or when asked. */
public final class Identity {

    private static final Duration LIFE = Duration.ofHours(1);

    private final World world;
    private final Client client;
    private final Bearer bearer;
    private final SigningKey key = new SigningKey();

    /** Works on a world. */
    public Identity(World world, Client client, Bearer bearer) {
        this.world = world;
        this.client = client;
        this.bearer = bearer;
    }

    Optional<String> idToken(String email, Set<String> scopes, String nonce) {
        if (!scopes.contains("openid")) {
            return Optional.empty();
        }
        long now = world.now().getEpochSecond();
        ObjectNode claims = Json.object()
                .put("iss", "https://accounts.google.com")
                .put("azp", client.id())
                .put("aud", client.id())
                .put("iat", now)
                .put("exp", now + LIFE.toSeconds());
        claims.setAll(who(email, scopes));
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        }
        return Optional.of(key.sign(claims));
    }

    private ObjectNode who(String email, Set<String> scopes) {
        ObjectNode who = Json.object().put("sub", world.account(email).subject());
        return Scopes.showEmail(scopes) ? who.put("email", email).put("email_verified", true) : who;
    }

    /** Answers who the token's person is. */
    public Answer userinfo(Request request, List<String> path) {
        Bearer.Caller caller = bearer.caller(request);
        return Answer.json(200, who(caller.account().email(), caller.scopes()));
    }

    /** Answers with the keys that id tokens are signed by. */
    public Answer keys(Request request, List<String> path) {
        ObjectNode keys = Json.object();
        keys.putArray("keys").add(key.jwk());
        return Answer.json(200, keys);
    }
}
