package io.calendarsync;

import io.calendarsync.model.Access;
import java.time.Instant;

/**
 * A grant the host has already. Secret: {@code toString} shows no token.
 *
 * @param refreshToken the grant's refresh token; from here on the library's alone to use
 * @param accessToken one that may still be good, empty for none
 * @param expires when the access token ends
 * @param access what the granted scopes allow
 * @since 0.1
 */
public record Tokens(String refreshToken, String accessToken, Instant expires, Access access) {

    /**
     * {@return the tokens of a grant of which only the refresh token is at hand}
     *
     * @param refreshToken the grant's refresh token
     * @param access what the granted scopes allow
     */
    public static Tokens of(String refreshToken, Access access) {
        return new Tokens(refreshToken, "", Instant.EPOCH, access);
    }

    @Override
    public String toString() {
        return "Tokens[access=" + access + ", expires=" + expires + ", tokens=(redacted)]";
    }
}
