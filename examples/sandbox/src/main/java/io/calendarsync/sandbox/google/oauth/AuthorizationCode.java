package io.calendarsync.sandbox.google.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a code stands for.
 *
 * @param email who agreed
 * @param scopes what was agreed to
 * @param redirect where the application was called back
 * @param challenge what the verifier must hash to, by S256
 * @param offline whether a refresh token comes with it
 * @param nonce what the id token repeats, empty for nothing
 * @param expires until when it can be used
 */
record AuthorizationCode(
        String email,
        Set<String> scopes,
        String redirect,
        Optional<String> challenge,
        boolean offline,
        String nonce,
        Instant expires) {}
