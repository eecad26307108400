package io.calendarsync.sandbox;

import io.calendarsync.sandbox.google.GoogleServer;
import io.calendarsync.sandbox.google.http.Json;
import io.calendarsync.sandbox.google.oauth.Consent.Decision;
import io.calendarsync.sandbox.google.oauth.Scopes;
import io.calendarsync.sandbox.google.state.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is set about consent and tokens. Thread-safe.
 *
 * @since 0.1
 */
public final class SandboxOauth {

    private final GoogleServer server;
    private final World world;

    SandboxOauth(GoogleServer server) {
        this.server = server;
        this.world = server.world();
    }

    /** Shows the consent page and waits for a person. This is the default. */
    public void ask() {
        world.run(() -> server.consent().decide(Decision.ASK));
    }

    /** Agrees at once whenever consent is asked for. */
    public void allow() {
        world.run(() -> server.consent().decide(Decision.ALLOW));
    }

    /** Refuses at once whenever consent is asked for. */
    public void deny() {
        world.run(() -> server.consent().decide(Decision.DENY));
    }

    /**
     * Unticks scopes on every consent page.
     *
     * @param scopes the scopes that are not agreed to; none ticks all again
     */
    public void untick(String... scopes) {
        Set<String> full = full(scopes);
        world.run(() -> server.consent().untick(full));
    }

    private static Set<String> full(String... scopes) {
        return Arrays.stream(scopes)
                .map(scope -> scope.startsWith("calendar") ? Scopes.PREFIX + scope : scope)
                .collect(Collectors.toSet());
    }

    /**
     * Sets how long new access tokens live.
     *
     * @param life how long, by default 3,599 seconds
     */
    public void accessTokenLife(Duration life) {
        world.run(() -> server.oauthSettings().accessLife(life));
    }

    /**
     * Sets how long refresh tokens live, those that are there included. An application in testing mode has 7 days.
     *
     * @param life how long; by default they live for ever, unless they are not used for 180 days
     */
    public void refreshTokenLife(Duration life) {
        world.run(() -> server.oauthSettings().refreshLife(life));
    }

    /**
     * Sets whether every refresh gives a new refresh token and kills the old one. Google does not do that.
     *
     * @param rotates whether it does
     */
    public void rotateRefreshTokens(boolean rotates) {
        world.run(() -> server.oauthSettings().rotating(rotates));
    }

    /** Lets everybody's access tokens expire. */
    public void expireAccessTokens() {
        world.run(() -> server.grants().expireAllAccess());
    }

    /**
     * Lets the service account act for people of its domain.
     *
     * @param scopes within which scopes; none takes it away
     */
    public void delegate(String... scopes) {
        Set<String> full = full(scopes);
        world.run(() -> server.serviceAccount().delegate(full));
    }

    /**
     * Returns the key file of the service account, as Google's console gives it out.
     *
     * @return JSON with {@code client_email}, {@code private_key} and {@code token_uri}
     */
    public String serviceAccountKey() {
        return world.locked(() -> new String(Json.bytes(server.serviceAccount().keyFile()), StandardCharsets.UTF_8));
    }
}
