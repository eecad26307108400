package io.calendarsync.ics.internal.fetch;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a feed is fetched from: {@code http} or {@code https}, a name, a port and what to ask for. The path is the
 * secret, so {@code toString} shows the host only.
 *
 * @param tls whether the connection is encrypted
 * @param host in lower case and ASCII, without brackets
 * @param port never the default's stand-in
 * @param target path and query as sent, percent-encoded
 * @param authorization the value of an Authorization header, from {@code user:password@} in the address
 */
record FeedAddress(boolean tls, String host, int port, String target, Optional<String> authorization) {

    /** What is wrong with an address; the message does not show it. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Reads an address. {@code webcal} and {@code webcals} mean {@code https}: whoever publishes under these names today
     * serves TLS, and falling back to clear text would give the secret away.
     */
    static FeedAddress of(URI address) throws Unusable {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = switch (scheme) {
            case "https", "webcal", "webcals" -> true;
            case "http" -> false;
            default -> throw new Unusable("Feeds are fetched by http, https, webcal and webcals only");
        };
        URI ascii = URI.create(address.toASCIIString());
        return new FeedAddress(tls, host(address), port(address, tls), target(ascii), authorization(ascii));
    }

    /** Returns where a redirect leads. Credentials go along to the same host only, and never from TLS to clear text. */
    FeedAddress redirectedTo(String location) throws Unusable {
        FeedAddress next;
        try {
            next = of(asUri().resolve(reference(location.strip().replace(" ", "%20"))));
        } catch (IllegalArgumentException e) {
            throw new Unusable("The feed redirects to something that is no address");
        }
        if (tls && !next.tls) {
            throw new Unusable("The feed redirects from https to http, where its address could be overheard");
        }
        boolean sameHost = next.host.equals(host) && (next.port == port || (!tls && port == 80 && next.port == 443));
        return new FeedAddress(
                next.tls, next.host, next.port, next.target, sameHost ? authorization : Optional.empty());
    }

    /** Returns the value of a Host header. */
    String hostHeader() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }

    /** A query alone keeps the path (RFC 3986 section 5.3), which {@link URI#resolve} does not know. */
    private String reference(String location) {
        int query = target.indexOf('?');
        return location.startsWith("?") ? (query < 0 ? target : target.substring(0, query)) + location : location;
    }

    /** Returns it without its credentials. */
    URI asUri() {
        return URI.create((tls ? "https://" : "http://") + hostHeader() + target);
    }

    private static String host(URI address) throws Unusable {
        String authority = address.getRawAuthority();
        String given = address.getHost() != null ? address.getHost() : authority == null ? "" : nameIn(authority);
        try {
            String bare = given.startsWith("[") ? given.substring(1, given.length() - 1) : IDN.toASCII(given);
            String host = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
            if (host.matches("[A-Za-z0-9._:-]+")) {
                return host.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException e) {
            throw new Unusable("The feed's address names a host that cannot exist");
        }
        throw new Unusable("The feed's address names no host");
    }

    /** A name that is no host name by RFC 2396, such as one with an underscore or in other scripts. */
    private static String nameIn(String authority) {
        String withoutUser = authority.substring(authority.lastIndexOf('@') + 1);
        return withoutUser.replaceFirst(":\\d*$", "");
    }

    private static int port(URI address, boolean tls) throws Unusable {
        String authority = String.valueOf(address.getRawAuthority());
        String digits = authority.matches(".*:\\d{1,5}") ? authority.substring(authority.lastIndexOf(':') + 1) : "";
        int named = digits.isEmpty() ? (tls ? 443 : 80) : Integer.parseInt(digits);
        // Left over from an address of http: nobody serves TLS there.
        int port = tls && named == 80 ? 443 : named;
        if (port < 1 || port > 65_535) {
            throw new Unusable("The feed's address names a port that does not exist");
        }
        return port;
    }

    private static String target(URI ascii) {
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static Optional<String> authorization(URI ascii) {
        String authority = ascii.getRawAuthority() == null ? "" : ascii.getRawAuthority();
        int at = authority.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        byte[] user = Percent.decode(authority.substring(0, at)).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(user));
    }

    @Override
    public String toString() {
        return "FeedAddress[" + host + "]";
    }
}
