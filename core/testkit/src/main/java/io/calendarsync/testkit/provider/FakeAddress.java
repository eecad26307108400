package io.calendarsync.testkit.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An account's name and secret, read from its address. */
record FakeAddress(String account, String key) {

    private static final String KEY = "key=";

    static FakeAddress of(URI address) {
        String path = text(address.getPath());
        String query = text(address.getQuery());
        return new FakeAddress(
                path.startsWith("/") ? path.substring(1) : path,
                query.startsWith(KEY) ? query.substring(KEY.length()) : "");
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** Names the account without its key. */
    @Override
    public String toString() {
        return "FakeAddress[account=" + account + "]";
    }
}
