package io.calendarsync.sandbox.google.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What new access tokens are had for.
 *
 * @param grant what it comes from
 * @param scopes what its access tokens allow
 * @param issued when it was made
 * @param used when it was last used
 */
record RefreshToken(Grant grant, Set<String> scopes, Instant issued, Instant used) {

    RefreshToken usedAt(Instant now) {
        return new RefreshToken(grant, scopes, issued, now);
    }
}
