package io.calendarsync.engine.token;

import io.calendarsync.model.ConnectionId;
import io.calendarsync.spi.provider.AccessTokens;

/** The access tokens of a stored connection. Thread-safe. */
record GrantTokens(Refresher refresher, ConnectionId connection) implements AccessTokens {

    @Override
    public String current() {
        return refresher.current(connection);
    }

    @Override
    public String insteadOf(String refused) {
        return refresher.insteadOf(connection, refused);
    }

    @Override
    public String toString() {
        return "GrantTokens[" + connection + "]";
    }
}
