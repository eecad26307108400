package io.calendarsync.examples.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calendarsync.examples.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A feed somebody named on the command line: an address, a file, or {@code env:NAME} for an address that is a secret.
 *
 * @param address where it is read; a secret
 */
record Source(URI address) {

    private static final String ENVIRONMENT = "env:";
    private static final String ADDRESS = "(?is)[a-z][a-z0-9+.-]+:.*";

    static Source of(String argument, Map<String, String> environment) {
        if (argument.startsWith(ENVIRONMENT)) {
            String name = argument.substring(ENVIRONMENT.length());
            String value = environment.get(name);
            if (value == null || value.isBlank()) {
                throw Refusal.usage("the environment variable " + name + " names no feed");
            }
            return of(value.strip(), Map.of());
        }
        return new Source(argument.matches(ADDRESS) ? address(argument) : file(argument));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.isOpaque() || address.getPath() == null) {
                throw Refusal.usage("a feed's address looks like https://host/path, this one does not");
            }
            return address;
        } catch (URISyntaxException e) {
            // The reason alone: the rest of the message shows the address.
            throw Refusal.usage("a feed's address cannot be read: " + e.getReason());
        }
    }

    private static URI file(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize().toUri();
        } catch (InvalidPathException e) {
            throw Refusal.usage("the path of a feed cannot be read: " + e.getReason());
        }
    }

    /** Returns 32 hexadecimal digits that stand for the address and do not give it away. */
    String digest() {
        try {
            byte[] text = address.normalize().toASCIIString().getBytes(UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** Returns the host it is fetched from, absent for a file. */
    Optional<String> host() {
        return Optional.ofNullable(address.getHost()).map(Source::asCompared);
    }

    /** The form the library asks about: in lower case, without brackets and without a final dot. */
    private static String asCompared(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return (bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT);
    }

    /** Does not show the address. */
    @Override
    public String toString() {
        return "Source[" + digest().substring(0, 8) + "]";
    }
}
