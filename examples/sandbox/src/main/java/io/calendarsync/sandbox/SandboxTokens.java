package io.calendarsync.sandbox;

/**
 * Tokens as they come of a consent.
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token
 * @since 0.1
 */
public record SandboxTokens(String accessToken, String refreshToken) {

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "SandboxTokens";
    }
}
