package io.calendarsync.spi.provider;

import io.calendarsync.model.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a user is asked for (RFC 6749 section 4.1.1, RFC 7636). Secret: {@code toString} shows neither state nor verifier.
 *
 * @param redirect where the provider sends the user afterwards
 * @param state what the redirect has to bring back
 * @param verifier proves that who exchanges the code is who asked (RFC 7636 section 4.1)
 * @param access what is asked
 * @param account the mail address or id of the account that should answer, empty where the user may choose
 * @since 0.1
 */
public record Consent(URI redirect, String state, String verifier, Access access, String account) {

    /** {@return the S256 challenge of the verifier (RFC 7636 section 4.2)} */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Consent[redirect=" + redirect + ", access=" + access + ", state=(redacted), verifier=(redacted)]";
    }
}
