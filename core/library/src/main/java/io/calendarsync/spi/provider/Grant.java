package io.calendarsync.spi.provider;

import io.calendarsync.model.Access;
import java.time.Duration;
import java.util.Optional;

/**
 * A token answer (RFC 6749 section 5.1). Secret: {@code toString} shows no token.
 *
 * @param accessToken opens the account
 * @param life how long it does, from when it was asked for
 * @param refreshToken gets the next one; absent where the server gave none, which after a refresh means that the one sent
 *     stays good
 * @param access the most the granted scopes allow, absent where they allow nothing of use: users may untick some
 * @since 0.1
 */
public record Grant(String accessToken, Duration life, Optional<String> refreshToken, Optional<Access> access) {
    @Override
    public String toString() {
        return "Grant[life=" + life + ", access=" + access + ", tokens=(redacted)]";
    }
}
