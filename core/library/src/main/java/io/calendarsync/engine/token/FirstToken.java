package io.calendarsync.engine.token;

import io.calendarsync.AuthorizationLost;
import io.calendarsync.FaultSource;
import io.calendarsync.spi.provider.AccessTokens;

/** The access token of a grant that belongs to no connection yet. Secret: {@code toString} does not show it. */
record FirstToken(String token) implements AccessTokens {

    @Override
    public String current() {
        return token;
    }

    @Override
    public String insteadOf(String refused) {
        throw new AuthorizationLost("The provider refuses the token it has just given", FaultSource.unknown());
    }

    @Override
    public String toString() {
        return "FirstToken[(redacted)]";
    }
}
