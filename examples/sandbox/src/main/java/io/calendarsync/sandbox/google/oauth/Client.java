package io.calendarsync.sandbox.google.oauth;

import java.net.URI;
import java.util.Set;

/**
 * The application that asks for consent.
 *
 * @param id its id
 * @param secret its secret
 * @param redirects where it may be called back; on this machine's loopback anywhere
 */
public record Client(String id, String secret, Set<String> redirects) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Copies the addresses. */
    public Client {
        redirects = Set.copyOf(redirects);
    }

    boolean mayBeCalledAt(String redirect) {
        return redirects.contains(redirect) || isLoopback(redirect);
    }

    private static boolean isLoopback(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
