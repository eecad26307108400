package io.calendarsync.sandbox.google.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.calendarsync.sandbox.google.state.World;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Codes that are waiting to be exchanged, each once. Confined to the lock of its world. */
public final class Codes {

    private final World world;
    private final Map<String, AuthorizationCode> waiting = new HashMap<>();

    /** Works on a world. */
    public Codes(World world) {
        this.world = world;
    }

    String issue(AuthorizationCode code) {
        String text = world.ids().token("4/sandbox-");
        waiting.put(text, code);
        return text;
    }

    /** Returns what a code stands for; it is used up by that, whatever becomes of it. */
    AuthorizationCode redeem(String text, String redirect, Optional<String> verifier) {
        AuthorizationCode code = waiting.remove(text);
        if (code == null || !code.expires().isAfter(world.now())) {
            throw new OauthException(400, "invalid_grant", "Malformed auth code.");
        }
        if (!code.redirect().equals(redirect)) {
            throw new OauthException(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!code.challenge().equals(verifier.map(Codes::hashed))) {
            throw new OauthException(400, "invalid_grant", "Invalid code verifier.");
        }
        return code;
    }

    private static String hashed(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
