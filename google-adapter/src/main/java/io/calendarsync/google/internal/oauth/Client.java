package io.calendarsync.google.internal.oauth;

/**
 * The application as Google knows it. Secret.
 *
 * @param id the client id
 * @param secret its secret, empty for none
 */
public record Client(String id, String secret) {
    @Override
    public String toString() {
        return "Client[(redacted)]";
    }
}
