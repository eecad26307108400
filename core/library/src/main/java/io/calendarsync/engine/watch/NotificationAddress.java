package io.calendarsync.engine.watch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where notices go: the host's public address with a query that names our installation, the provider and the channel
 * (H28).
 *
 * @param publicUrl without a query
 * @param installation ours
 */
record NotificationAddress(URI publicUrl, String installation) {

    private static final String INSTALLATION = "installation";
    private static final String PROVIDER = "provider";

    /** Returns the address of a provider's channel. */
    URI of(String provider, String channel) {
        return URI.create(publicUrl + "?" + INSTALLATION + "=" + installation + "&" + PROVIDER + "=" + provider
                + "&channel=" + channel);
    }

    /** Returns what stays the same for all channels: another means that they are to be replaced. */
    String common() {
        return publicUrl + "?" + installation;
    }

    /** Returns the provider a query names. */
    static Optional<String> provider(String rawQuery) {
        return parameter(rawQuery, PROVIDER);
    }

    /** Returns the installation a query names. */
    static Optional<String> installation(String rawQuery) {
        return parameter(rawQuery, INSTALLATION);
    }

    private static Optional<String> parameter(String rawQuery, String name) {
        for (String pair : rawQuery.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
