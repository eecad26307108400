package io.calendarsync.spi.provider;

import java.net.URI;
import java.time.ZoneId;

/**
 * What opens an account or feed. Secret: {@code toString} shows none of it.
 *
 * @since 0.1
 */
public sealed interface Credential {

    /**
     * The address of a feed, which is itself the secret.
     *
     * @param address as the owner gave it
     * @param floatingZone the zone in which times without one are read
     */
    record Feed(URI address, ZoneId floatingZone) implements Credential {
        @Override
        public String toString() {
            return "Feed[address=(redacted), floatingZone=" + floatingZone + "]";
        }
    }

    /**
     * Access tokens of a grant.
     *
     * @param tokens gives a good one each time
     */
    record Bearer(AccessTokens tokens) implements Credential {
        @Override
        public String toString() {
            return "Bearer[tokens=(redacted)]";
        }
    }
}
